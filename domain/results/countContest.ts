import type { Contest } from '../electionPackage.ts';
import type { Names } from '../languages.ts';
import type { Candidacy } from './candidacy.ts';
import { checkContest, type ResultSource } from './checkProtocols.ts';
import type { AreaResult, ContestFigures, ContestResult, Withheld } from './edition.ts';
import { leastBallots, mergeAreas, sumRegions } from './mergeAreas.ts';
import type { Lot, Protocol } from './protocol.ts';
import { isUncontested, type Ranking, rankCandidacies } from './rankCandidacies.ts';
import { treatmentOf } from './standing.ts';
import { sumAreas, toArea } from './sumAreas.ts';

export interface ContestInput {
  contest: Contest;
  /** Districts whose voters vote in the contest, in the package's order. */
  districtCodes: readonly string[];
  regionOf: ReadonlyMap<string, string>;
  candidacies: readonly Candidacy[];
  /** Null before the results. */
  protocols: readonly Protocol[] | null;
  source: ResultSource;
  voted: ReadonlyMap<string, number> | null;
  lot: Lot | null;
  /** Why the contest was taken back, if it was. */
  retraction: Names | null;
}

/** The result of one contest; all or nothing of it is told. Throws InvalidInput for a lot that does not fit. */
export function countContest(input: ContestInput): ContestResult {
  const { contest, districtCodes, candidacies, protocols, retraction } = input;
  if (protocols === null) return untold(input, 'pre-election', null);
  if (retraction) return untold(input, 'withheld', { rule: 'retracted', districtCode: null, reason: retraction });
  if (protocols.length === 0 && isUncontested(candidacies, contest.seats)) return unopposed(input);
  const withheld = checkContest(contest, districtCodes, candidacies, protocols, input);
  if (withheld) return untold(input, 'withheld', withheld);

  const areas = listAreas(input, protocols);
  const sum = sumAreas(areas);
  const votes = new Map(Object.entries(sum.votesByCandidacy));
  const ranking = rankCandidacies({ contestId: contest.id, seats: contest.seats, candidacies, votes, lot: input.lot });
  const votesHidden = sum.ballots > 0 && sum.ballots < leastBallots;
  if (votesHidden) return { ...told(contest, hideVotes(ranking)), votesHidden };
  const merged = mergeAreas(areas, input.regionOf);
  return {
    ...told(contest, ranking),
    figures: figuresOf(sum),
    regions: sumRegions(merged, input.regionOf),
    areas: merged,
  };
}

function listAreas({ districtCodes, candidacies, voted }: ContestInput, protocols: readonly Protocol[]): AreaResult[] {
  const byDistrict = new Map(protocols.map((protocol) => [protocol.districtCode, protocol]));
  // By place on the ballot, so that the bytes do not depend on the order of rows.
  const ids = candidacies.toSorted((a, b) => a.ballotNumber - b.ballotNumber).map(({ id }) => id);
  const annulled = new Set(
    candidacies.filter((candidacy) => treatmentOf(candidacy) === 'annulled').map(({ id }) => id),
  );
  return districtCodes.flatMap((code) => {
    const protocol = byDistrict.get(code);
    if (!protocol) return [];
    const voters = voted?.get(code) ?? null;
    // Ballots where the turnout board has nobody: it was not told of the turnout there.
    return toArea(protocol, ids, annulled, voters === 0 && protocol.ballots > 0 ? null : voters);
  });
}

function figuresOf({ voted, ballots, invalid, blank, votes, annulled }: AreaResult): ContestFigures {
  return { voted, ballots, invalid, blank, votes, annulled };
}

function told(contest: Contest, { uncontested, tie, candidacies }: Ranking): ContestResult {
  return { ...bare(contest), state: uncontested ? 'uncontested' : 'counted', tie, candidacies };
}

function untold({ contest, candidacies }: ContestInput, state: ContestResult['state'], withheld: Withheld | null) {
  const listed = candidacies
    .toSorted((a, b) => a.ballotNumber - b.ballotNumber)
    .map(({ contestId: _, ...candidacy }) => ({ ...candidacy, votes: null, rank: null, outcome: null }));
  return { ...bare(contest), state, withheld, candidacies: listed };
}

/** Nobody had to vote. */
function unopposed({ contest, candidacies, lot }: ContestInput): ContestResult {
  return told(contest, rankCandidacies({ contestId: contest.id, seats: contest.seats, candidacies, votes: null, lot }));
}

function hideVotes(ranking: Ranking): Ranking {
  return {
    ...ranking,
    tie: ranking.tie && { ...ranking.tie, votes: null },
    candidacies: ranking.candidacies.map((candidacy) => ({ ...candidacy, votes: null })),
  };
}

function bare({ id, unitCode, names, seats, votesAllowed, shareOf }: Contest): ContestResult {
  return {
    id,
    unitCode,
    names,
    seats,
    votesAllowed,
    shareOf,
    state: 'pre-election',
    withheld: null,
    figures: null,
    votesHidden: false,
    tie: null,
    candidacies: [],
    regions: [],
    areas: [],
  };
}
