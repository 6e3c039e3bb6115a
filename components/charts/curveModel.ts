import { votingSpan } from '#domain/phase.ts';
import type { Schedule } from '#domain/schedule.ts';
import type { SeriesPoint } from '#domain/series.ts';
import { type CurveRow, downsample } from './downsample.ts';
import type { Hour } from './hourly.ts';
import { nightsBetween, type Span } from './nights.ts';
import { type TimeTick, timeTicks } from './timeTicks.ts';
import { type ValueScale, valueScale } from './valueScale.ts';

export const curveModes = ['cumulative', 'hourly'] as const;
export type CurveMode = (typeof curveModes)[number];

/** The time axis, the same for both ways of drawing. */
export interface CurveTime extends Span {
  plannedEndMs: number;
  nights: Span[];
  ticks: TimeTick[];
}

/** One way of drawing the figures: rows in time order, the scale, and what stands at the lines' ends. */
export interface CurveSeries {
  mode: CurveMode;
  rows: CurveRow[];
  scale: ValueScale;
  end: CurveRow | null;
  /** The hour still running, drawn faded; null where all are over or figures are cumulative. */
  running: Span | null;
}

/** Past eight days nights are too thin to read. */
const longestWithNightsMs = 8 * 86_400_000;

/** The axis from the first opening to the closing in force; null where no window is announced. */
export function curveTime(schedule: Schedule, timeZone: string): CurveTime | null {
  const span = votingSpan(schedule);
  if (!span || span.closesAtMs <= span.opensAtMs) return null;
  const { opensAtMs: startMs, closesAtMs: endMs, plannedClosesAtMs: plannedEndMs } = span;
  return {
    startMs,
    endMs,
    plannedEndMs,
    nights: endMs - startMs > longestWithNightsMs ? [] : nightsBetween(startMs, endMs, timeZone),
    ticks: timeTicks(startMs, endMs, timeZone),
  };
}

/** Rows inside the axis: what came before the opening or after the closing stands at its edge, the newest wins. */
export function rowsWithin(points: readonly SeriesPoint[], { startMs, endMs }: Span): CurveRow[] {
  const rows: CurveRow[] = [];
  for (const { at, authorized, voted } of points) {
    const ms = Math.min(endMs, Math.max(startMs, Date.parse(at)));
    if (rows.at(-1)?.ms === ms) rows.pop();
    rows.push({ ms, authorized, voted });
  }
  return rows;
}

function scaleOf(rows: CurveRow[], hasOnline: boolean): ValueScale {
  let lowest = 0;
  let highest = 0;
  for (const row of rows) {
    lowest = Math.min(lowest, row.voted, hasOnline ? row.authorized : 0);
    highest = Math.max(highest, row.voted, hasOnline ? row.authorized : 0);
  }
  return valueScale(lowest, highest);
}

export function cumulativeSeries(rows: CurveRow[], hasOnline: boolean, limit: number): CurveSeries {
  const drawn = downsample(rows, limit);
  return { mode: 'cumulative', rows: drawn, scale: scaleOf(rows, hasOnline), end: rows.at(-1) ?? null, running: null };
}

/** Steps by hour: each row holds until the next, the last closes the last hour. */
export function hourlySeries(hours: Hour[], hasOnline: boolean): CurveSeries {
  const last = hours.at(-1);
  const rows = hours.map(({ startMs, authorized, voted }) => ({ ms: startMs, authorized, voted }));
  if (last) rows.push({ ms: last.endMs, authorized: last.authorized, voted: last.voted });
  const labelled = hours.findLast((hour) => hour.isOver) ?? last;
  return {
    mode: 'hourly',
    rows,
    scale: scaleOf(rows, hasOnline),
    end: labelled && last ? { ms: last.endMs, authorized: labelled.authorized, voted: labelled.voted } : null,
    running: last && !last.isOver ? { startMs: last.startMs, endMs: last.endMs } : null,
  };
}

/** Whether a figure ever goes down: only a published correction does that. */
export function falls(rows: readonly CurveRow[]): boolean {
  return rows.some((row, index) => {
    const before = rows[index - 1];
    return before !== undefined && (row.voted < before.voted || row.authorized < before.authorized);
  });
}
