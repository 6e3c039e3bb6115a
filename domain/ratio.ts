import type { Figures } from './turnout.ts';

/** Everybody who may vote: the roll and those added on the day. */
export function electorate(figures: Figures): number {
  return figures.eligible + figures.specialList;
}

/**
 * `part` of `whole` in tenths of a percent, 0-1000, or null where nobody is in the whole.
 * Rounded to nearest, but 1000 only when all did and 0 only when none did.
 */
export function permille(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  if (part <= 0) return 0;
  if (part >= whole) return Math.round((part / whole) * 1000);
  return Math.min(999, Math.max(1, Math.round((part / whole) * 1000)));
}

/** Voted of everybody who may vote (roll and special lists), as `permille` gives it. */
export function votedOfEligible(figures: Figures): number | null {
  return permille(figures.voted, electorate(figures));
}

/** Online voters of those authorized online: paper and station voters were never authorized. */
export function onlineVotedOfAuthorized(figures: Figures): number | null {
  return permille(figures.votedByChannel.online, figures.authorized);
}
