import { z } from 'zod';
import type { ElectionFile } from './election.ts';
import { Level, type Unit, UnitCode } from './geography.ts';
import { Instant } from './schedule.ts';
import { refusalReasons } from './turnout.ts';

const Text = z.string().trim().min(1, 'some text');
const Count = z
  .string()
  .regex(/^\d{1,9}$/, 'a whole number from 0 to 999999999')
  .transform(Number);
const OptionalCount = z.union([z.literal('').transform(() => 0), Count]);
const TileIndex = z.union([
  z.literal('').transform(() => null),
  z
    .string()
    .regex(/^\d{1,2}$/, 'a whole number from 0 to 40, or nothing')
    .transform(Number),
]);

/** Rows of a package's tables as they stand in its CSV files: what a cell may hold, and what it becomes. */
export const GeographyRow = z.object({
  code: UnitCode,
  parent_code: z.union([z.literal(''), UnitCode]),
  level: Level,
  iso_3166_2: z.string(),
  name_kk: Text,
  name_ru: Text,
  name_en: Text,
  tile_column: TileIndex,
  tile_row: TileIndex,
});
export type GeographyRow = z.infer<typeof GeographyRow>;

export const RollRow = z.object({ district_code: UnitCode, eligible: Count, special_list: OptionalCount });
export type RollRow = z.infer<typeof RollRow>;

export const ContestRow = z.object({
  contest_id: z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'letters, digits and hyphens, at most 64'),
  unit_code: UnitCode,
  name_kk: Text,
  name_ru: Text,
  name_en: Text,
  seats: Count.refine((seats) => seats > 0, 'at least 1'),
  votes_allowed: Count.refine((votes) => votes > 0, 'at least 1'),
});
export type ContestRow = z.infer<typeof ContestRow>;

export const TurnoutRow = z.object({
  district_code: UnitCode,
  /** A polling station, where the source counts by station; its figures add up to the district's. */
  station: z.string().max(40),
  moment: Instant,
  authorized: OptionalCount,
  ...Object.fromEntries(refusalReasons.map((reason) => [`refused_${reason}`, OptionalCount])),
  voted_online: OptionalCount,
  voted_station: OptionalCount,
  voted_paper: OptionalCount,
  reason: z.string().max(500),
});
export type TurnoutRow = z.infer<typeof TurnoutRow> & Record<string, string | number>;

/** What a turnout column counts. */
export const measures = [
  'authorized',
  ...refusalReasons.map((reason) => `refused_${reason}` as const),
  'voted_online',
  'voted_station',
  'voted_paper',
] as const;
export type Measure = (typeof measures)[number];

/** Cumulative figures of one place at the moments of the source. */
export interface TurnoutSource {
  districtCode: UnitCode;
  station: string;
  momentsMs: number[];
  /** By measure, one value a moment. */
  cumulative: Record<Measure, number[]>;
  /** By moment: why the figures fell there, where the source says so. */
  reasons: string[];
}

export interface Contest {
  id: string;
  unitCode: UnitCode;
  names: { kk: string; ru: string; en: string };
  seats: number;
  votesAllowed: number;
}

/** A whole election as its package holds it, checked. */
export interface ElectionPackage {
  election: ElectionFile;
  units: Unit[];
  roll: Map<UnitCode, { eligible: number; specialList: number }>;
  contests: Contest[];
  turnout: TurnoutSource[];
}

/** One thing wrong in a package, and where. */
export interface PackageProblem {
  file: string;
  line: number | null;
  column: string | null;
  value: string | null;
  expected: string;
}

const shownProblems = 20;

/** Nothing is stored from a package with a problem. */
export class PackageError extends Error {
  override name = 'PackageError';
  constructor(readonly problems: readonly PackageProblem[]) {
    const lines = problems.slice(0, shownProblems).map(describeProblem);
    const more = problems.length > shownProblems ? [`… and ${problems.length - shownProblems} more`] : [];
    super([...lines, ...more].join('\n'));
  }
}

function describeProblem({ file, line, column, value, expected }: PackageProblem): string {
  const place = [file, line === null ? null : `line ${line}`, column === null ? null : `column ${column}`];
  const found = value === null ? '' : `${JSON.stringify(value.slice(0, 80))}: `;
  return `${place.filter((part) => part !== null).join(', ')}: ${found}expected ${expected}`;
}
