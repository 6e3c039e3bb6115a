import { z } from 'zod';
import { UnitCode } from './geography.ts';
import { Instant } from './schedule.ts';

/** Cumulative figures of a unit at the end of a step of the election's time. */
export const SeriesPoint = z.strictObject({ at: Instant, authorized: z.int(), voted: z.int() });
export type SeriesPoint = z.infer<typeof SeriesPoint>;

/** Voters an hour of one unit over the last 24 hours of the election's time, oldest first. */
export const Spark = z.strictObject({ code: UnitCode, votedByHour: z.array(z.int()).length(24) });
export type Spark = z.infer<typeof Spark>;

/** The curve of a scope's own unit and the sparks of its parts. */
export const Series = z.strictObject({
  version: z.int().nonnegative(),
  asOf: Instant.nullable(),
  stepMinutes: z.int().positive(),
  points: z.array(SeriesPoint),
  sparks: z.array(Spark),
});
export type Series = z.infer<typeof Series>;

export { extendSeries } from './extendSeries.ts';
