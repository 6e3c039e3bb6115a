import type { Action, Actor, Place } from '../staff/policy.ts';
import { type Commission, mayDecideAppeal, mayOnCase, mayTransfer } from './commission.ts';
import type { StaffCase } from './staffCase.ts';

export const caseVerbs = [
  'register',
  'assign',
  'review',
  'decide',
  'transfer',
  'duplicate',
  'appeal',
  'decide_appeal',
] as const;
export type CaseVerb = (typeof caseVerbs)[number];

type Shown = Pick<StaffCase, 'state' | 'commission' | 'appeal' | 'regionCode' | 'districtCode'>;

/** What this person may do to the case as it stands, what is likely next first. `decider`: whose decision is in force. */
export function allowedVerbs(actor: Actor, shown: Shown, decider: Commission | null): CaseVerb[] {
  const place: Place = shown;
  const { state, commission, appeal } = shown;
  const may = (action: Action) => mayOnCase(actor, action, place, commission);
  const isOpen = state === 'received' || state === 'registered' || state === 'in_review';
  const rules: Record<CaseVerb, boolean> = {
    register: state === 'received' && may('violation.register'),
    assign: state === 'registered' && commission === null && may('violation.assign'),
    review: state === 'registered' && may('violation.review'),
    decide: state === 'in_review' && may('violation.decide'),
    transfer:
      (state === 'registered' || state === 'in_review') && commission !== null && mayTransfer(actor, place, commission),
    duplicate: isOpen && may('violation.duplicate'),
    appeal: state === 'decided' && appeal === null && may('violation.appeal'),
    decide_appeal: appeal === 'pending' && decider !== null && mayDecideAppeal(actor, place, decider),
  };
  return caseVerbs.filter((verb) => rules[verb]);
}
