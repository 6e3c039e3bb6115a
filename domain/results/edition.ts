import { z } from 'zod';
import { type Unit, UnitCode } from '../geography.ts';
import { Names } from '../languages.ts';
import { Instant } from '../schedule.ts';
import { Candidacy, ResultId } from './candidacy.ts';

const Count = z.int().nonnegative();

/** Which edition of the results a file is of; every JSON file of an edition begins with these. */
export const EditionHead = z.strictObject({
  electionId: z.string(),
  isTest: z.boolean(),
  /** 0 is the zero feed: the same files and ids without figures. */
  edition: Count,
  status: z.enum(['pre-election', 'complete']),
  /** The edition that this one corrects. */
  corrects: Count.nullable(),
  /** Why it was corrected. */
  reason: Names.nullable(),
  /** Election time at which it was sealed, before its release. */
  sealedAt: Instant,
});
export type EditionHead = z.infer<typeof EditionHead>;

/** What a share of this contest is a share of. */
export const shareBases = ['ballots', 'valid_votes'] as const;
export const ShareBase = z.enum(shareBases);
export type ShareBase = z.infer<typeof ShareBase>;

export const contestStates = ['pre-election', 'counted', 'uncontested', 'withheld'] as const;
export const ContestState = z.enum(contestStates);
export type ContestState = z.infer<typeof ContestState>;

/** Invariants of a contest in a district; one that fails keeps the whole contest from being released. `retracted` is a decision. */
export const resultRules = [
  'missing_protocol',
  'unknown_district',
  'unknown_candidacy',
  'negative_figure',
  'invalid_exceeds_ballots',
  'votes_exceed_ballots_times_allowed',
  'candidacy_exceeds_ballots',
  'sum_of_votes_is_wrong',
  'ballots_exceed_voted',
  'ballots_differ_from_voted',
  'retracted',
] as const;
export const ResultRule = z.enum(resultRules);
export type ResultRule = z.infer<typeof ResultRule>;

export const Withheld = z.strictObject({
  rule: ResultRule,
  districtCode: UnitCode.nullable(),
  /** Of a retraction. */
  reason: Names.nullable(),
});
export type Withheld = z.infer<typeof Withheld>;

export const outcomes = [
  'elected',
  'elected_by_lot',
  'elected_unopposed',
  'not_elected',
  /** As many votes as another at the last seat, and no lot was drawn yet. */
  'tied',
  /** Would have a seat, but a decision on its votes is pending; the seat is kept open. */
  'pending',
  /** Withdrawn, removed or deceased. */
  'not_eligible',
] as const;
export const Outcome = z.enum(outcomes);
export type Outcome = z.infer<typeof Outcome>;

/**
 * Sums of a contest over some districts. `votes + annulled + blank = (ballots - invalid) × votesAllowed`.
 * `voted` are the voters of the turnout board there, where it has them.
 */
export const ContestFigures = z.strictObject({
  voted: Count.nullable(),
  ballots: Count,
  invalid: Count,
  blank: Count,
  votes: Count,
  annulled: Count,
});
export type ContestFigures = z.infer<typeof ContestFigures>;

/** A candidacy with its result; figures are null before the results, and where fewer than 10 ballots were cast in all. */
export const CandidacyResult = Candidacy.omit({ contestId: true }).extend({
  votes: Count.nullable(),
  /** 1 for the most votes; equal votes share a rank and the next one is left out (1, 2, 2, 4). Null where not eligible. */
  rank: z.int().min(1).nullable(),
  outcome: Outcome.nullable(),
});
export type CandidacyResult = z.infer<typeof CandidacyResult>;

/** The part of a contest in one district, or in several that were merged because one had fewer than 10 ballots. */
export const AreaResult = ContestFigures.extend({
  districtCodes: z.array(UnitCode).min(1),
  /** By candidacy id, annulled votes too. */
  votesByCandidacy: z.record(z.string(), Count),
});
export type AreaResult = z.infer<typeof AreaResult>;

/** In several regions, where one of them had a district merged with another's. */
export const RegionResult = AreaResult.extend({ regionCodes: z.array(UnitCode).min(1) });
export type RegionResult = z.infer<typeof RegionResult>;

export const Tie = z.strictObject({
  /** Votes that each of them has; null where votes are hidden. */
  votes: Count.nullable(),
  /** Seats that are left for them. */
  seats: z.int().min(1),
  candidacyIds: z.array(ResultId).min(2),
  lot: z.strictObject({ order: z.array(ResultId), drawnBy: z.string(), drawnAt: Instant }).nullable(),
});
export type Tie = z.infer<typeof Tie>;

/** Everything about one contest. Candidacies stand by rank, before the results by their place on the ballot. */
export const ContestResult = z.strictObject({
  id: ResultId,
  unitCode: UnitCode,
  names: Names,
  seats: z.int().min(1),
  votesAllowed: z.int().min(1),
  shareOf: ShareBase,
  state: ContestState,
  withheld: Withheld.nullable(),
  figures: ContestFigures.nullable(),
  /** Fewer than 10 ballots in the whole contest: who is elected is told, votes and figures are not. */
  votesHidden: z.boolean(),
  tie: Tie.nullable(),
  candidacies: z.array(CandidacyResult),
  /** By region, where the contest spans several; then by district. */
  regions: z.array(RegionResult),
  areas: z.array(AreaResult),
});
export type ContestResult = z.infer<typeof ContestResult>;

/** A contest in a list: its winners, and no other candidacy. */
export const ContestBrief = ContestResult.omit({ candidacies: true, regions: true, areas: true }).extend({
  candidacyCount: Count,
  notEligibleCount: Count,
  /** Those with a seat, by rank; and those that are tied or pending. */
  winners: z.array(CandidacyResult),
  undecided: z.array(CandidacyResult),
});
export type ContestBrief = z.infer<typeof ContestBrief>;

/** How many of everything in a unit and below. */
export const ResultTotals = z.strictObject({
  contests: Count,
  seats: Count,
  candidacies: Count,
  notEligible: Count,
  /** Null before the results, like the following. */
  seatsFilled: Count.nullable(),
  seatsTied: Count.nullable(),
  seatsPending: Count.nullable(),
  contestsWithheld: Count.nullable(),
  /** Seats left empty: fewer eligible candidacies than seats. */
  seatsVacant: Count.nullable(),
});
export type ResultTotals = z.infer<typeof ResultTotals>;

/** Turnout beside the results, as it stood when the edition was sealed. */
export const TurnoutBeside = z.strictObject({ eligible: Count, specialList: Count, voted: Count });
export type TurnoutBeside = z.infer<typeof TurnoutBeside>;

export const changeFields = [
  'state',
  'votes',
  'rank',
  'outcome',
  'status',
  'treatment',
  'ballots',
  'invalid',
  'blank',
  'annulled',
  'voted',
] as const;

/** One figure or fact that a correction changed. `before` and `after` are integers, names of states, or null. */
export const ResultChange = z.strictObject({
  contestId: ResultId,
  candidacyId: ResultId.nullable(),
  /** Null for the whole contest. */
  districtCodes: z.array(UnitCode).nullable(),
  field: z.enum(changeFields),
  before: z.union([z.int(), z.string()]).nullable(),
  after: z.union([z.int(), z.string()]).nullable(),
});
export type ResultChange = z.infer<typeof ResultChange>;

/** A whole edition, of which all its files are made. Contests stand in the package's order. */
export interface Edition {
  head: EditionHead;
  electionNames: Names;
  timeZone: string;
  channels: readonly string[];
  /** First opening and last close of voting. */
  opensAt: Instant;
  closesAt: Instant;
  units: readonly Unit[];
  turnout: ReadonlyMap<UnitCode, TurnoutBeside>;
  contests: readonly ContestResult[];
  /** Against the edition it corrects; empty in the others. */
  changes: readonly ResultChange[];
}
