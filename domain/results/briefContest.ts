import type { ContestBrief, ContestResult } from './edition.ts';
import { hasSeat, isUndecided } from './totalsOf.ts';

/** The contest with its winners only. */
export function briefContest({ candidacies, regions: _, areas: __, ...contest }: ContestResult): ContestBrief {
  return {
    ...contest,
    candidacyCount: candidacies.length,
    notEligibleCount: candidacies.filter(({ status }) => status !== 'registered').length,
    winners: candidacies.filter(hasSeat),
    undecided: candidacies.filter(isUndecided),
  };
}
