import { z } from 'zod';
import { ElectionClock } from './clock.ts';
import { UnitCode } from './geography.ts';
import { PublicStatus } from './incidents/publicStatus.ts';
import { Release } from './results/release.ts';
import { Instant, Phase, Schedule } from './schedule.ts';
import { Figures, sumFigures } from './turnout.ts';

/** Why a unit's figures are held at their last good value. */
export const quarantineRules = [
  'unknown_district',
  'negative_figure',
  'voted_exceeds_electorate',
  'authorized_exceeds_electorate',
  'online_voted_exceeds_authorized',
] as const;
export const QuarantineRule = z.enum(quarantineRules);
export type QuarantineRule = z.infer<typeof QuarantineRule>;

/** Figures of one unit, absolute. `heldUnits` counts the districts in it whose figures are quarantined. */
export const BoardRow = Figures.extend({
  code: UnitCode,
  heldUnits: z.int().nonnegative(),
  /** Only on a district that is held itself. */
  held: z.strictObject({ rule: QuarantineRule, since: Instant }).optional(),
});
export type BoardRow = z.infer<typeof BoardRow>;

/** What is watched: the country and its regions, a region and its districts, or one district. */
export const Scope = z.strictObject({ level: z.enum(['country', 'region', 'district']), code: UnitCode });
export type Scope = z.infer<typeof Scope>;

/** Name of the scope's room and cache key. */
export function scopeKey(scope: Scope): string {
  return `${scope.level}:${scope.code}`;
}

/** All that a page of one scope shows and that changes; rows are the unit itself first, then its parts. */
export const Board = z.strictObject({
  electionId: z.string(),
  isTest: z.boolean(),
  scope: Scope,
  /** Grows by one with every published change of anything. */
  version: z.int().nonnegative(),
  /** Election time at which figures last changed; null before the first. */
  asOf: Instant.nullable(),
  /** Real time at which the vote database was last read successfully. */
  checkedAt: Instant,
  /** Set once the feed lags: figures are no newer than this. Real time. */
  staleSince: Instant.nullable(),
  phase: Phase,
  clock: ElectionClock,
  schedule: Schedule,
  /** The newest edition of the results; null before the release. */
  release: Release.nullable(),
  /** Public incidents that are open. */
  status: PublicStatus,
  rows: z.array(BoardRow).min(1),
});
export type Board = z.infer<typeof Board>;

export const BoardUpdate = z.strictObject({
  version: z.int().nonnegative(),
  /** The version this scope was told last; a client below it has missed one. */
  previousVersion: z.int().nonnegative(),
  asOf: Instant.nullable(),
  checkedAt: Instant,
  rows: z.array(BoardRow),
  /** Only when it changed. */
  schedule: Schedule.optional(),
  clock: ElectionClock.optional(),
  release: Release.nullable().optional(),
  status: PublicStatus.optional(),
});
export type BoardUpdate = z.infer<typeof BoardUpdate>;

/** The row of a whole from the rows of all its parts. */
export function sumRows(code: UnitCode, parts: readonly BoardRow[]): BoardRow {
  return { code, ...sumFigures(parts), heldUnits: parts.reduce((sum, part) => sum + part.heldUnits, 0) };
}

export { applyRelease, applyStatus, applyUpdate } from './applyUpdate.ts';
