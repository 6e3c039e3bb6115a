import type { ContestFigures, ShareBase } from './edition.ts';

/**
 * Votes as a share of what the contest's shares are of, in hundredths of a percent (0-10000), to nearest,
 * but 10000 only when all and 0 only when none. Null where the whole is nobody, unknown, or less than the votes.
 */
export function shareOfContest(
  votes: number | null,
  figures: Pick<ContestFigures, 'ballots' | 'votes'> | null,
  shareOf: ShareBase,
): number | null {
  if (votes === null || figures === null) return null;
  const whole = shareOf === 'ballots' ? figures.ballots : figures.votes;
  if (whole <= 0 || votes > whole) return null;
  if (votes === whole) return 10_000;
  if (votes <= 0) return 0;
  return Math.min(9_999, Math.max(1, Math.round((votes / whole) * 10_000)));
}
