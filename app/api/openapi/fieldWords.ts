import type { CandidacyDecision } from '#domain/results/candidacy.ts';
import type {
  AreaResult,
  CandidacyResult,
  ContestBrief,
  ContestFigures,
  ContestResult,
  EditionHead,
  ResultChange,
  ResultTotals,
  Tie,
  TurnoutBeside,
  Withheld,
} from '#domain/results/edition.ts';

type Words<Shape> = Partial<Record<keyof Shape & string, string>>;

const head: Words<EditionHead> = {
  isTest: 'True in a rehearsal: candidates and figures are invented.',
  edition: 'Number of the edition; 0 is the zero feed.',
  status: 'pre-election in the zero feed, complete from edition 1 on.',
  corrects: 'The edition that this one corrects.',
  reason: 'Why it was corrected.',
  sealedAt: 'When it was sealed, before its release.',
};

const figures: Words<ContestFigures> = {
  voted: 'Voters of the turnout board there, where it has them.',
  ballots: 'Voters whose ballot was counted, invalid ballots too.',
  invalid: 'Ballots that count for nobody.',
  blank: 'Votes that a ballot allows and its voter did not give.',
  votes:
    'Votes of all candidacies, annulled ones left out. votes + annulled + blank = (ballots − invalid) × votesAllowed.',
  annulled: 'Votes of candidacies whose votes a decision annulled.',
};

const contest: Words<ContestBrief & ContestResult> = {
  unitCode: 'The region or district whose council it is.',
  seats: 'Seats to be filled.',
  votesAllowed: 'How many candidacies a voter may mark.',
  shareOf: 'What a share of this contest is a share of.',
  state: 'withheld: a rule is broken, see withheld. uncontested: no more candidacies than seats.',
  figures: 'Null before the results, and where withheld.',
  votesHidden: 'Fewer than 10 ballots in all: who is elected is told, votes are not.',
  tie: 'Equal votes at the last seat, and the lot once it is drawn.',
};

/** What fields mean, by the schema they stand in. */
export const fieldWords = {
  SummaryFile: head,
  ContestsFile: head,
  ContestFile: head,
  RegionFile: head,
  DistrictFile: head,
  ChangesFile: head,
  ContestFigures: figures,
  AreaResult: {
    ...figures,
    districtCodes: 'One district, or several that were merged.',
    votesByCandidacy: 'By id of the candidacy, annulled votes too.',
  } satisfies Words<AreaResult>,
  ContestResult: {
    ...contest,
    candidacies: 'By rank; before the results by place on the ballot.',
    regions: 'By region, where the contest spans several.',
    areas: 'By district; districts with fewer than 10 ballots are merged with another.',
  } satisfies Words<ContestResult>,
  ContestBrief: {
    ...contest,
    winners: 'Those with a seat, by rank.',
    undecided: 'Those that are tied, or wait for a decision.',
  } satisfies Words<ContestBrief>,
  CandidacyResult: {
    ballotNumber: 'Place on the ballot, from 1.',
    decision: 'The decision in force that changed its status.',
    votes: 'Null before the results, and where votes are hidden.',
    rank: '1 for the most votes; equal votes share a rank and the next is left out. Null where not eligible.',
    outcome: 'not_eligible: withdrawn, removed or deceased, and without a seat whatever its votes.',
  } satisfies Words<CandidacyResult>,
  CandidacyDecision: {
    votes: 'What happens to votes for the candidacy.',
    number: 'As the commission numbered it.',
    rule: 'The rule that was broken, or that the decision rests on.',
  } satisfies Words<CandidacyDecision>,
  Tie: {
    votes: 'Votes that each of them has.',
    seats: 'Seats that are left for them.',
    lot: 'Null until it is drawn.',
  } satisfies Words<Tie>,
  Withheld: {
    rule: 'The rule that is broken; retracted is a decision of people.',
    districtCode: 'Where, if in one district.',
    reason: 'Of a retraction.',
  } satisfies Words<Withheld>,
  ResultTotals: {
    notEligible: 'Candidacies withdrawn, removed or deceased.',
    seatsVacant: 'Seats left empty: fewer eligible candidacies than seats.',
    seatsFilled: 'Null before the results, like the following.',
  } satisfies Words<ResultTotals>,
  ResultChange: {
    candidacyId: 'Null for the contest itself.',
    districtCodes: 'Null for the whole contest.',
    before: 'An integer, the name of a state, or null.',
    after: 'An integer, the name of a state, or null.',
  } satisfies Words<ResultChange>,
  TurnoutBeside: { voted: 'As it stood when the edition was sealed.' } satisfies Words<TurnoutBeside>,
};
