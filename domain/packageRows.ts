import { z } from 'zod';
import { Level, UnitCode } from './geography.ts';
import { CandidacyStatus, ResultId, VoteTreatment } from './results/candidacy.ts';
import { ShareBase } from './results/edition.ts';
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
  contest_id: ResultId,
  unit_code: UnitCode,
  name_kk: Text,
  name_ru: Text,
  name_en: Text,
  seats: Count.refine((seats) => seats > 0, 'at least 1'),
  votes_allowed: Count.refine((votes) => votes > 0, 'at least 1'),
  share_of: ShareBase.default('ballots'),
});
export type ContestRow = z.infer<typeof ContestRow>;

export const CandidacyRow = z.object({
  candidacy_id: ResultId,
  contest_id: ResultId,
  ballot_number: Count.refine((number) => number > 0, 'at least 1'),
  name_kk: Text,
  name_ru: Text,
  name_en: Text,
});
export type CandidacyRow = z.infer<typeof CandidacyRow>;

export const CandidacyChangeRow = z.object({
  candidacy_id: ResultId,
  status: CandidacyStatus,
  votes: VoteTreatment,
  announced_at: Instant,
  number: Text.max(64, 'at most 64 characters'),
  decided_by_kk: Text,
  decided_by_ru: Text,
  decided_by_en: Text,
  rule_kk: Text,
  rule_ru: Text,
  rule_en: Text,
  reason_kk: Text,
  reason_ru: Text,
  reason_en: Text,
});
export type CandidacyChangeRow = z.infer<typeof CandidacyChangeRow>;

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
