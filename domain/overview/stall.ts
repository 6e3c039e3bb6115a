import type { Instant } from '../schedule.ts';

/** The limits of the detector of silent regions; the board judges districts by the same. */
export interface StallLimits {
  /** So many minutes are judged, against the 60 before them. */
  minutes: number;
  /** Only where so many votes were to be expected in them. */
  expected: number;
}

/** Fewer votes than this part of those expected are far fewer. */
export const slowShare = 0.2;
/** The minutes before those judged, which say what is to be expected. */
export const baseMinutes = 60;

/** Votes of a district through the channels that were open in all the minutes judged. */
export interface DistrictVotes {
  code: string;
  regionCode: string | null;
  /** In the minutes judged. */
  lately: number;
  hourBefore: number;
  /** The last minute with a vote, of all these. */
  lastVotedAt: Instant | null;
}

export interface Stall {
  code: string;
  regionCode: string | null;
  kind: 'silent' | 'slow';
  minutes: number;
  lately: number;
  expected: number;
  lastVotedAt: Instant | null;
}

/** Votes to be expected in the minutes judged if they went on as in the hour before, rounded down. */
export function votesExpected(hourBefore: number, minutes: number): number {
  return Math.floor((hourBefore * minutes) / baseMinutes);
}

/**
 * A district stalls where enough votes were to be expected by the hour before, and none came (silent), or fewer than a fifth of
 * them (slow). Null where it does not, or nothing can be said.
 */
export function judgeStall(votes: DistrictVotes, { minutes, expected: least }: StallLimits): Stall | null {
  const { code, regionCode, lately, hourBefore, lastVotedAt } = votes;
  const expected = votesExpected(hourBefore, minutes);
  if (expected < least || lately >= slowShare * expected) return null;
  return { code, regionCode, kind: lately <= 0 ? 'silent' : 'slow', minutes, lately, expected, lastVotedAt };
}

/** Silent ones first, then where most votes are missing. */
export function byMissing(a: Stall, b: Stall): number {
  if (a.kind !== b.kind) return a.kind === 'silent' ? -1 : 1;
  return b.expected - b.lately - (a.expected - a.lately);
}
