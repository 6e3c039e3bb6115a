import type { Contest } from '#domain/electionPackage.ts';
import type { Candidacy, CandidacyDecision, CandidacyStatus, VoteTreatment } from '#domain/results/candidacy.ts';
import { composeEdition, type EditionInput } from '#domain/results/composeEdition.ts';
import type { Edition, EditionHead } from '#domain/results/edition.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import { smallDistricts, smallElection } from './smallElection.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });

/** A decision on a candidacy: `decided('removed', 'annulled')`. */
export function decided(status: CandidacyStatus, votes: VoteTreatment): CandidacyDecision {
  return {
    status,
    votes,
    announcedAt: '2020-10-03T10:00:00+06:00',
    number: '12-K',
    decidedBy: names('control commission'),
    rule: names('debates are mandatory'),
    reason: names('missed the debate'),
  };
}

export function candidacyOf(
  contestId: string,
  ballotNumber: number,
  decision: CandidacyDecision | null = null,
): Candidacy {
  return {
    id: `${contestId}-${ballotNumber}`,
    contestId,
    ballotNumber,
    names: names(`Candidate ${ballotNumber}`),
    status: decision?.status ?? 'registered',
    decision,
  };
}

export function contestOf(id: string, unitCode: string, seats: number, options: Partial<Contest> = {}): Contest {
  return { id, unitCode, names: names(id), seats, votesAllowed: seats, shareOf: 'ballots', ...options };
}

/** A protocol that adds up: what valid ballots could have given and did not is blank. `votes` by place on the ballot. */
export function protocolOf(
  contest: Pick<Contest, 'id' | 'votesAllowed'>,
  districtCode: string,
  { ballots, invalid = 0, votes }: { ballots: number; invalid?: number; votes: readonly number[] },
): Protocol {
  const sum = votes.reduce((total, count) => total + count, 0);
  return {
    contestId: contest.id,
    districtCode,
    ballots,
    invalid,
    blank: (ballots - invalid) * contest.votesAllowed - sum,
    votes: new Map(votes.map((count, index) => [`${contest.id}-${index + 1}`, count])),
  };
}

/** Voters who voted; XX-B-2 is too small to be shown alone. */
export const smallVoted = { 'XX-A-1': 100, 'XX-A-2': 60, 'XX-B-1': 40, 'XX-B-2': 4 } as const;

const president = contestOf('president', 'XX', 1, { shareOf: 'valid_votes' });
const councilA = contestOf('council-A', 'XX-A', 2);
const councilB = contestOf('council-B', 'XX-B', 2);
const tied = contestOf('council-A-1', 'XX-A-1', 1);
const unopposed = contestOf('council-A-2', 'XX-A-2', 1);
const hidden = contestOf('council-B-2', 'XX-B-2', 1);

/** One of the country, two of regions, three of districts: one tied, one uncontested, one with 4 ballots. */
export const smallContests: readonly Contest[] = [president, councilA, councilB, tied, unopposed, hidden];

/** Second of council A is removed and its votes annulled, the second of council B removed with its votes pending. */
export const smallCandidacies: readonly Candidacy[] = [
  ...[1, 2, 3].map((number) => candidacyOf(president.id, number)),
  candidacyOf(councilA.id, 1),
  candidacyOf(councilA.id, 2, decided('removed', 'annulled')),
  candidacyOf(councilA.id, 3),
  candidacyOf(councilA.id, 4),
  candidacyOf(councilA.id, 5, decided('deceased', 'counted')),
  candidacyOf(councilB.id, 1),
  candidacyOf(councilB.id, 2, decided('removed', 'pending')),
  candidacyOf(councilB.id, 3),
  candidacyOf(councilB.id, 4, decided('withdrawn', 'counted')),
  ...[1, 2, 3].map((number) => candidacyOf(tied.id, number)),
  candidacyOf(unopposed.id, 1),
  ...[1, 2].map((number) => candidacyOf(hidden.id, number)),
];

export const smallProtocols: readonly Protocol[] = [
  protocolOf(president, 'XX-A-1', { ballots: 100, invalid: 3, votes: [50, 30, 15] }),
  protocolOf(president, 'XX-A-2', { ballots: 60, invalid: 1, votes: [30, 20, 8] }),
  protocolOf(president, 'XX-B-1', { ballots: 40, invalid: 1, votes: [10, 20, 8] }),
  protocolOf(president, 'XX-B-2', { ballots: 4, votes: [2, 1, 0] }),
  protocolOf(councilA, 'XX-A-1', { ballots: 100, invalid: 2, votes: [80, 50, 40, 10, 5] }),
  protocolOf(councilA, 'XX-A-2', { ballots: 60, votes: [40, 30, 25, 10, 2] }),
  protocolOf(councilB, 'XX-B-1', { ballots: 40, votes: [30, 20, 15, 1] }),
  protocolOf(councilB, 'XX-B-2', { ballots: 4, votes: [2, 3, 1, 0] }),
  protocolOf(tied, 'XX-A-1', { ballots: 100, votes: [45, 45, 8] }),
  protocolOf(unopposed, 'XX-A-2', { ballots: 60, votes: [55] }),
  protocolOf(hidden, 'XX-B-2', { ballots: 4, votes: [3, 1] }),
];

export const preElectionHead: EditionHead = {
  electionId: 'small',
  isTest: true,
  edition: 0,
  status: 'pre-election',
  corrects: null,
  reason: null,
  sealedAt: '2020-10-01T00:00:00+06:00',
};

export const firstHead: EditionHead = {
  ...preElectionHead,
  edition: 1,
  status: 'complete',
  sealedAt: '2020-10-04T16:00:00+06:00',
};

export const smallEditionInput: EditionInput = {
  head: firstHead,
  electionNames: smallElection.election.names,
  timeZone: smallElection.election.timeZone,
  channels: smallElection.election.channels,
  opensAt: '2020-10-01T00:00:00+06:00',
  closesAt: '2020-10-04T14:00:00+06:00',
  units: smallElection.units,
  turnout: new Map(smallDistricts.map((code) => [code, { eligible: 1_000, specialList: 0, voted: smallVoted[code] }])),
  contests: smallContests,
  candidacies: smallCandidacies,
  protocols: smallProtocols,
  source: 'tally',
  lots: [],
  retractions: new Map(),
  previous: null,
};

/** The first edition of the small election's results, or the zero feed with `protocols: null`; anything may be replaced. */
export function composeSmallEdition(options: Partial<EditionInput> = {}): Edition {
  const head = options.protocols === null ? preElectionHead : firstHead;
  return composeEdition({ ...smallEditionInput, head, ...options });
}
