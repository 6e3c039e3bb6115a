/** `V-0001`: how a case is named everywhere. */
export function caseId(number: number): string {
  return `V-${String(number).padStart(4, '0')}`;
}

/** The number in `V-0001`, or null where it is no case's name. */
export function parseCaseId(text: string): number | null {
  const digits = /^V-(\d{4,9})$/.exec(text)?.[1];
  const number = Number(digits);
  return digits && number > 0 && caseId(number) === text ? number : null;
}
