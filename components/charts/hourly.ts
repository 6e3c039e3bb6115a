import { zoneOffsetMs } from '#domain/zonedTime.ts';
import type { CurveRow } from './downsample.ts';
import type { Span } from './nights.ts';

const hourMs = 3_600_000;

/** One hour of the clock: who came in it, and the totals at its end. */
export interface Hour {
  startMs: number;
  endMs: number;
  authorized: number;
  voted: number;
  authorizedTotal: number;
  votedTotal: number;
  isOver: boolean;
}

function startOfHour(ms: number, timeZone: string): number {
  const offsetMs = zoneOffsetMs(ms, timeZone);
  return Math.floor((ms + offsetMs) / hourMs) * hourMs - offsetMs;
}

/**
 * Differences by local hour of cumulative rows in time order, from the opening to the newest row.
 * The hours always add up to the newest row; what is dated before the opening falls in the first hour.
 */
export function hourlyDifferences(rows: CurveRow[], window: Span, timeZone: string): Hour[] {
  const newest = rows.at(-1);
  if (!newest) return [];
  const lastMs = Math.min(Math.max(newest.ms, window.startMs + 1), window.endMs);
  const hours: Hour[] = [];
  let totals = { authorized: 0, voted: 0 };
  let next = 0;
  for (let startMs = startOfHour(window.startMs, timeZone); startMs < lastMs; startMs += hourMs) {
    const endMs = Math.min(startMs + hourMs, window.endMs);
    const before = totals;
    const isLast = startMs + hourMs >= lastMs;
    for (let row = rows[next]; row && (isLast || row.ms <= endMs); row = rows[next]) {
      totals = { authorized: row.authorized, voted: row.voted };
      next += 1;
    }
    hours.push({
      startMs: Math.max(startMs, window.startMs),
      endMs: Math.min(endMs, lastMs),
      authorized: totals.authorized - before.authorized,
      voted: totals.voted - before.voted,
      authorizedTotal: totals.authorized,
      votedTotal: totals.voted,
      isOver: endMs <= lastMs,
    });
  }
  return hours;
}
