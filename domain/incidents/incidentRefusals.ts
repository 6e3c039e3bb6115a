import { Conflict, InvalidInput } from '../errors.ts';
import { type DetailsOf, refusalOf } from '../refusals.ts';

/** Why a step of an incident is refused, but that somebody was faster; words in messages/{kk,ru,en}/incidents.json, under `refused`. */
export const incidentRefusals = {
  nothing_new: [],
  why_back: [],
  no_assignee: [],
  own_link: [],
  own_duplicate: [],
  duplicate_itself: ['id', 'of'],
  has_duplicates: ['id'],
} as const satisfies Record<string, readonly string[]>;
export type IncidentRefusal = keyof typeof incidentRefusals;

export function incidentConflict<Code extends IncidentRefusal>(
  code: Code,
  message: string,
  ...details: DetailsOf<typeof incidentRefusals, Code>
): Conflict {
  return new Conflict(message, refusalOf(code, details));
}

export function incidentFault<Code extends IncidentRefusal>(
  code: Code,
  message: string,
  ...details: DetailsOf<typeof incidentRefusals, Code>
): InvalidInput {
  return new InvalidInput(message, refusalOf(code, details));
}
