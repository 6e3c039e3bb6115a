import { incidentId } from '../incidents/incidentId.ts';
import { caseId } from '../violations/caseId.ts';

/** The object of the log that somebody means who chose a kind and typed a number: all of the kind (`key/`) where none was typed. */
export function auditObjectOf(kind: string | undefined, number: string | undefined): string | undefined {
  if (kind === undefined) return number;
  if (kind.includes('/')) return kind;
  const typed = number?.trim() ?? '';
  const digits = Number(/^(?:[IV]-)?(\d{1,9})$/i.exec(typed)?.[1] ?? Number.NaN);
  if (kind === 'incident' && digits > 0) return `incident/${incidentId(digits)}`;
  if (kind === 'violation' && digits > 0) return `violation/${caseId(digits)}`;
  return `${kind}/${typed}`;
}
