import type { ContestResult } from '#domain/results/edition.ts';
import { countedAreas } from './countedAreas.ts';
import { nistIds } from './nistIds.ts';

/**
 * Ballots of a contest by unit, invalid ones as rejected. The format counts ballots for a whole election only; a voter may have one
 * in each of several contests, so the contest is named in `OtherType`.
 */
export function ballotCounts(contest: ContestResult): object[] {
  const typed = { '@type': 'ElectionResults.BallotCounts', Type: 'other', OtherType: nistIds.contest(contest.id) };
  if (contest.votesHidden)
    return [{ ...typed, GpUnitId: nistIds.unit(contest.unitCode), IsSuppressedForPrivacy: true }];
  return countedAreas(contest).map(({ gpUnitId, figures }) => ({
    ...typed,
    GpUnitId: gpUnitId,
    BallotsCast: figures.ballots,
    BallotsRejected: figures.invalid,
  }));
}
