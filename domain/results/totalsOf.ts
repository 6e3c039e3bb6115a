import type { CandidacyResult, ContestResult, Outcome, ResultTotals } from './edition.ts';

const seatedOutcomes: readonly (Outcome | null)[] = ['elected', 'elected_by_lot', 'elected_unopposed'];

export function hasSeat({ outcome }: Pick<CandidacyResult, 'outcome'>): boolean {
  return seatedOutcomes.includes(outcome);
}

export function isUndecided({ outcome }: Pick<CandidacyResult, 'outcome'>): boolean {
  return outcome === 'tied' || outcome === 'pending';
}

/** How many seats of a contest are filled, tied, kept open or left empty; they add up to its seats unless it is withheld. */
export function seatsOf({ seats, state, tie, candidacies }: ContestResult) {
  if (state === 'withheld' || state === 'pre-election') return { filled: 0, tied: 0, pending: 0, vacant: 0 };
  const filled = candidacies.filter(hasSeat).length;
  const tied = tie && !tie.lot ? tie.seats : 0;
  const pending = candidacies.filter(({ outcome }) => outcome === 'pending').length;
  return { filled, tied, pending, vacant: seats - filled - tied - pending };
}

/** Sums over contests; what only results can tell is null while one of them stands before the results. */
export function totalsOf(contests: readonly ContestResult[]): ResultTotals {
  const totals = {
    contests: contests.length,
    seats: 0,
    candidacies: 0,
    notEligible: 0,
    seatsFilled: 0,
    seatsTied: 0,
    seatsPending: 0,
    contestsWithheld: 0,
    seatsVacant: 0,
  };
  for (const contest of contests) {
    const seats = seatsOf(contest);
    totals.seats += contest.seats;
    totals.candidacies += contest.candidacies.length;
    totals.notEligible += contest.candidacies.filter(({ status }) => status !== 'registered').length;
    totals.seatsFilled += seats.filled;
    totals.seatsTied += seats.tied;
    totals.seatsPending += seats.pending;
    totals.seatsVacant += seats.vacant;
    if (contest.state === 'withheld') totals.contestsWithheld += 1;
  }
  if (!contests.some(({ state }) => state === 'pre-election')) return totals;
  const unknown = { seatsFilled: null, seatsTied: null, seatsPending: null, contestsWithheld: null, seatsVacant: null };
  return { ...totals, ...unknown };
}
