import { Conflict, InvalidInput } from '../errors.ts';
import { type DetailsOf, refusalOf } from '../refusals.ts';

/** Why the register refuses a step; each has its words in messages/{kk,ru,en}/violations.json, under `refused`. */
export const caseRefusals = {
  changed: ['id', 'name'],
  state: ['id', 'state', 'name'],
  appealed: ['id', 'outcome'],
  no_appeal: ['id'],
  appeal_decided: ['id', 'outcome'],
  no_decision: [],
  no_commission: ['id'],
  same_commission: ['id'],
  far_commission: [],
  no_such_commission: [],
  own_duplicate: [],
  no_such_case: [],
  duplicate_itself: ['id', 'of'],
  has_duplicates: ['id'],
  measure_unconfirmed: [],
  no_measure: [],
  no_candidacy: [],
  votes_unasked: [],
  no_votes: [],
  annulment_votes: [],
  candidacy_changed: ['candidacy', 'status', 'votes', 'number'],
  candidacy_stands: ['candidacy'],
  later_decision: ['candidacy'],
  other_candidacy: ['candidacy'],
  no_such_candidacy: [],
  candidacy_elsewhere: [],
  no_such_place: [],
  future: [],
  filed: ['id'],
} as const satisfies Record<string, readonly string[]>;
export type CaseRefusal = keyof typeof caseRefusals;

export function caseConflict<Code extends CaseRefusal>(
  code: Code,
  message: string,
  ...details: DetailsOf<typeof caseRefusals, Code>
): Conflict {
  return new Conflict(message, refusalOf(code, details));
}

export function caseFault<Code extends CaseRefusal>(
  code: Code,
  message: string,
  ...details: DetailsOf<typeof caseRefusals, Code>
): InvalidInput {
  return new InvalidInput(message, refusalOf(code, details));
}
