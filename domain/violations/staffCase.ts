import type { Names } from '../languages.ts';
import type { VoteTreatment } from '../results/candidacy.ts';
import type { Instant } from '../schedule.ts';
import type { Commission } from './commission.ts';
import type { CaseMeasure, CaseState, IntakeChannel, Verdict, ViolationCategory } from './violation.ts';

export const appealOutcomes = ['pending', 'upheld', 'overturned'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

export const caseEventKinds = [
  'filed',
  'registered',
  'assigned',
  'review',
  'transferred',
  'decided',
  'duplicate',
  'appeal_filed',
  'appeal_decided',
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

/** A case as the staff sees it in a list. */
export interface StaffCase {
  id: string;
  rowVersion: number;
  channel: IntakeChannel;
  receivedAt: Instant;
  category: ViolationCategory;
  regionCode: string | null;
  districtCode: string | null;
  contestId: string | null;
  candidacyId: string | null;
  summary: string;
  state: CaseState;
  stateSince: Instant;
  commission: Commission | null;
  duplicateOf: string | null;
  verdict: Verdict | null;
  measure: CaseMeasure | null;
  appeal: AppealOutcome | null;
  filedBy: string;
  changedAt: Instant;
  changedBy: string;
}

/** What a list says of a case; of the summary only its beginning. */
export type CaseInList = Pick<
  StaffCase,
  | 'id'
  | 'rowVersion'
  | 'category'
  | 'regionCode'
  | 'districtCode'
  | 'summary'
  | 'state'
  | 'stateSince'
  | 'commission'
  | 'verdict'
  | 'measure'
  | 'appeal'
>;

export interface CaseEvent {
  id: number;
  at: Instant;
  kind: CaseEventKind;
  fromState: CaseState | null;
  toState: CaseState;
  detail: CaseEventDetail | null;
  note: string | null;
  personName: string;
}

export interface CaseEventDetail {
  commission?: Commission;
  from?: Commission | null;
  duplicateOf?: string;
  verdict?: Verdict;
  measure?: CaseMeasure | null;
  outcome?: AppealOutcome;
  number?: string;
}

export interface CaseAppeal {
  filedAt: Instant;
  grounds: string | null;
  outcome: AppealOutcome;
  decidedAt: Instant | null;
  number: string | null;
  decidedBy: Names | null;
  text: Names | null;
}

export interface CaseDecision {
  id: number;
  number: string;
  decidedAt: Instant;
  verdict: Verdict;
  measure: CaseMeasure | null;
  votes: VoteTreatment | null;
  commission: Commission;
  decidedBy: Names;
  rule: Names;
  text: Names;
  personName: string;
  appeal: CaseAppeal | null;
}

/** Everything known of a case but its restricted fields. */
export interface CaseDetail extends StaffCase {
  contestNames: Names | null;
  candidacyNames: Names | null;
  events: CaseEvent[];
  /** The newest first. */
  decisions: CaseDecision[];
  duplicates: string[];
}

/** How many cases are in a state, and how long they have been, in hours of the election's clock, begun ones counted. */
export interface PipelineStage {
  state: CaseState;
  cases: number;
  medianHours: number | null;
  p90Hours: number | null;
  oldestHours: number | null;
  /** How many of them longer than 24 hours. */
  overDay: number;
}
