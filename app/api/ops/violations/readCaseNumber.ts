import { NotFound } from '#domain/errors.ts';
import { parseCaseId } from '#domain/violations/caseId.ts';

/** The number of a case in an address or a body. Throws NotFound. */
export function readCaseNumber(id: string): number {
  const number = parseCaseId(id);
  if (number === null) throw new NotFound('no such case');
  return number;
}
