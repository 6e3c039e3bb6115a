import { InvalidInput } from '../errors.ts';
import type { Candidacy } from './candidacy.ts';
import type { CandidacyResult, Outcome, Tie } from './edition.ts';
import type { Lot } from './protocol.ts';
import { type Standing, standingOf } from './standing.ts';

export interface RankInput {
  contestId: string;
  seats: number;
  candidacies: readonly Candidacy[];
  /** By candidacy id; null where nobody had to vote, since there are no more candidacies than seats. */
  votes: ReadonlyMap<string, number> | null;
  lot: Lot | null;
}

export interface Ranking {
  /** By rank, those drawn by lot in its order; the not eligible last, by their place on the ballot. */
  candidacies: CandidacyResult[];
  tie: Tie | null;
  uncontested: boolean;
}

interface Contender {
  candidacy: Candidacy;
  standing: Standing;
  votes: number;
}

/** No more candidacies than seats, also if every pending decision were in their favour. */
export function isUncontested(candidacies: readonly Candidacy[], seats: number): boolean {
  return candidacies.filter((candidacy) => standingOf(candidacy) !== 'not_eligible').length <= seats;
}

/**
 * Who has which rank and seat. Pending candidacies are ranked as if they were restored, so that no seat given to another
 * can be lost to them: theirs is kept open, and in a tie they take part in the lot. Throws InvalidInput for a lot that does not fit.
 */
export function rankCandidacies({ contestId, seats, candidacies, votes, lot }: RankInput): Ranking {
  const everyone = candidacies.map((candidacy) => ({
    candidacy,
    standing: standingOf(candidacy),
    votes: votes?.get(candidacy.id) ?? 0,
  }));
  const uncontested = isUncontested(candidacies, seats);
  const contenders = everyone.filter(({ standing }) => standing !== 'not_eligible').sort(byVotes);
  const tie = uncontested ? null : findTie(contenders, seats);
  if (lot) checkLot(contestId, tie, lot);
  const drawn = new Map((lot?.order ?? []).map((id, place) => [id, place]));
  if (lot) contenders.sort((a, b) => b.votes - a.votes || placeIn(drawn, a) - placeIn(drawn, b) || byBallot(a, b));

  const tied = new Set(tie?.candidacyIds);
  const outcomeOf = ({ candidacy, standing }: Contender, place: number): Outcome => {
    if (tied.has(candidacy.id) && !lot) return 'tied';
    if (place >= seats) return 'not_elected';
    if (standing === 'pending') return 'pending';
    if (uncontested) return 'elected_unopposed';
    return tied.has(candidacy.id) ? 'elected_by_lot' : 'elected';
  };
  const ranks = rankByVotes(contenders);
  return {
    candidacies: [
      ...contenders.map((contender, place) =>
        resultOf(contender, votes, votes && (ranks[place] ?? null), outcomeOf(contender, place)),
      ),
      ...everyone
        .filter(({ standing }) => standing === 'not_eligible')
        .sort(byBallot)
        .map((other) => resultOf(other, votes, null, 'not_eligible')),
    ],
    tie: tie && { ...tie, lot: lot && { order: [...lot.order], drawnBy: lot.drawnBy, drawnAt: lot.drawnAt } },
    uncontested,
  };
}

const byBallot = (a: Contender, b: Contender) => a.candidacy.ballotNumber - b.candidacy.ballotNumber;
const byVotes = (a: Contender, b: Contender) => b.votes - a.votes || byBallot(a, b);
const placeIn = (drawn: ReadonlyMap<string, number>, { candidacy }: Contender) => drawn.get(candidacy.id) ?? 0;

/** 1 for the most votes, equal votes share a rank: 1, 2, 2, 4. */
function rankByVotes(sorted: readonly Contender[]): number[] {
  const ranks: number[] = [];
  sorted.forEach((contender, place) => {
    const before = place > 0 && sorted[place - 1]?.votes === contender.votes ? ranks[place - 1] : undefined;
    ranks.push(before ?? place + 1);
  });
  return ranks;
}

function findTie(sorted: readonly Contender[], seats: number): Tie | null {
  const votes = sorted[seats - 1]?.votes;
  if (votes === undefined || sorted[seats]?.votes !== votes) return null;
  const tied = sorted.filter((contender) => contender.votes === votes);
  const above = sorted.filter((contender) => contender.votes > votes).length;
  return { votes, seats: seats - above, candidacyIds: tied.map(({ candidacy }) => candidacy.id), lot: null };
}

function checkLot(contestId: string, tie: Tie | null, { order, drawnBy }: Lot): void {
  const tied = tie?.candidacyIds ?? [];
  const drawn = new Set(order);
  if (drawn.size === order.length && drawn.size === tied.length && tied.every((id) => drawn.has(id))) return;
  const between = tie ? `the tie is between ${tied.join(', ')}` : 'there is no tie for the last seat';
  throw new InvalidInput(
    `Contest ${contestId}: the lot drawn by ${drawnBy} orders ${order.join(', ')}, but ${between}; remove it or record the draw anew`,
  );
}

function resultOf(
  { candidacy: { contestId: _, ...candidacy }, votes }: Contender,
  known: RankInput['votes'],
  rank: number | null,
  outcome: Outcome,
): CandidacyResult {
  return { ...candidacy, votes: known && votes, rank, outcome };
}
