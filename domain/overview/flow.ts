import { votingSpan, windowsInForce } from '../phase.ts';
import type { Instant, Schedule } from '../schedule.ts';
import type { Channel } from '../turnout.ts';

const minuteMs = 60_000;
export const dayMs = 86_400_000;
/** The longest and the shortest span that is drawn. */
const longestMinutes = 180;
const shortestMinutes = 30;

/** One minute; yesterday's figures are those 24 hours earlier, null where there was no voting then. */
export interface FlowMinute {
  at: number;
  authorized: number;
  voted: number;
  authorizedYesterday: number | null;
  votedYesterday: number | null;
}

/** Whole minutes only; epoch ms. */
export interface FlowSpan {
  fromMs: number;
  /** After the last whole minute. */
  untilMs: number;
  /** Where the axis ends: a span that has just begun leaves room. */
  endMs: number;
  /** Whether voting is over: the last hours of it are drawn. */
  isOver: boolean;
}

export interface Flow extends FlowSpan {
  minutes: FlowMinute[];
}

export interface MinuteRow {
  minute: Instant;
  authorized: number;
  voted: number;
}

/** The last three hours of voting up to `atMs`; null before the opening, or where no window is announced. */
export function flowSpan(schedule: Schedule, atMs: number): FlowSpan | null {
  const span = votingSpan(schedule);
  if (!span || atMs < span.opensAtMs) return null;
  const untilMs = Math.floor(Math.min(atMs, span.closesAtMs) / minuteMs) * minuteMs;
  const fromMs = Math.max(span.opensAtMs, untilMs - longestMinutes * minuteMs);
  const endMs = Math.max(untilMs, fromMs + shortestMinutes * minuteMs);
  return { fromMs, untilMs, endMs, isOver: atMs >= span.closesAtMs };
}

/** Every minute of the span, those without a movement too. */
export function fillFlow(span: FlowSpan, rows: readonly MinuteRow[], opensAtMs: number): Flow {
  const byMinute = new Map(rows.map((row) => [Date.parse(row.minute), row]));
  const minutes: FlowMinute[] = [];
  for (let at = span.fromMs; at < span.untilMs; at += minuteMs) {
    const [now, before] = [byMinute.get(at), byMinute.get(at - dayMs)];
    const hadVoting = at - dayMs >= opensAtMs;
    minutes.push({
      at,
      authorized: now?.authorized ?? 0,
      voted: now?.voted ?? 0,
      authorizedYesterday: hadVoting ? (before?.authorized ?? 0) : null,
      votedYesterday: hadVoting ? (before?.voted ?? 0) : null,
    });
  }
  return { ...span, minutes };
}

/** Sums of the last `count` whole minutes and of the same minutes of yesterday; null where one of these had no voting. */
export function sumLast(
  minutes: readonly FlowMinute[],
  count: number,
): { minutes: number; voted: number; authorized: number; votedYesterday: number | null } {
  const last = minutes.slice(-count);
  return {
    minutes: last.length,
    voted: last.reduce((sum, { voted }) => sum + voted, 0),
    authorized: last.reduce((sum, { authorized }) => sum + authorized, 0),
    votedYesterday: last.reduce<number | null>(
      (sum, { votedYesterday }) => (sum === null || votedYesterday === null ? null : sum + votedYesterday),
      0,
    ),
  };
}

/** The channels that were open in every minute from `fromMs` to `untilMs`. */
export function channelsOpen(schedule: Schedule, fromMs: number, untilMs: number): Channel[] {
  return windowsInForce(schedule)
    .filter(({ opensAt, closesAt }) => Date.parse(opensAt) <= fromMs && Date.parse(closesAt) > untilMs)
    .map(({ channel }) => channel);
}
