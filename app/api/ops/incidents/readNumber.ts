import { NotFound } from '#domain/errors.ts';
import { parseIncidentId } from '#domain/incidents/incidentId.ts';

/** The number of an incident in an address or a body. Throws NotFound. */
export function readNumber(id: string): number {
  const number = parseIncidentId(id);
  if (number === null) throw new NotFound('no such incident');
  return number;
}
