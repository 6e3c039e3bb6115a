/** `I-0017`: how an incident is named everywhere. */
export function incidentId(number: number): string {
  return `I-${String(number).padStart(4, '0')}`;
}

/** The number in `I-0017`, or null where it is no incident's name. */
export function parseIncidentId(text: string): number | null {
  const digits = /^I-(\d{4,9})$/.exec(text)?.[1];
  const number = Number(digits);
  return digits && number > 0 && incidentId(number) === text ? number : null;
}
