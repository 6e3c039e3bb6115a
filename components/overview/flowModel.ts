import type { CurveRow } from '#components/charts/downsample.ts';
import type { Span } from '#components/charts/nights.ts';
import { type ValueScale, valueScale } from '#components/charts/valueScale.ts';
import type { Flow } from '#domain/overview/flow.ts';
import type { FlowIncident } from '#domain/overview/overview.ts';

const minuteMs = 60_000;
const tickMs = 30 * minuteMs;

/** A minute as it is drawn. */
export interface FlowPoint extends CurveRow {
  votedYesterday: number | null;
}

export interface FlowModel {
  time: Span;
  scale: ValueScale;
  points: FlowPoint[];
  /** Whether any of these minutes had voting the day before. */
  hasYesterday: boolean;
  ticks: number[];
}

/** What is drawn of the minutes: each stands at its end. */
export function flowModel({ fromMs, endMs, minutes }: Flow): FlowModel {
  const points = minutes.map(({ at, authorized, voted, votedYesterday }) => ({
    ...{ ms: at + minuteMs, authorized, voted, votedYesterday },
  }));
  let [lowest, highest] = [0, 0];
  for (const { authorized, voted, votedYesterday } of points) {
    lowest = Math.min(lowest, authorized, voted);
    highest = Math.max(highest, authorized, voted, votedYesterday ?? 0);
  }
  const ticks: number[] = [];
  for (let ms = Math.ceil(fromMs / tickMs) * tickMs; ms <= endMs; ms += tickMs) ticks.push(ms);
  return {
    time: { startMs: fromMs, endMs },
    scale: valueScale(lowest, highest),
    points,
    hasYesterday: points.some(({ votedYesterday }) => votedYesterday !== null),
    ticks,
  };
}

export interface Lane {
  incident: FlowIncident;
  lane: number;
  startMs: number;
  endMs: number;
}

/** Incidents in lanes one under another, so that none covers another; those that find none of `most` lanes are left out. */
export function layLanes(incidents: readonly FlowIncident[], time: Span, untilMs: number, most: number): Lane[] {
  const ends: number[] = [];
  return incidents.flatMap((incident) => {
    const startMs = Math.max(time.startMs, Date.parse(incident.openedAt));
    const endMs = Math.min(time.endMs, incident.resolvedAt === null ? untilMs : Date.parse(incident.resolvedAt));
    if (endMs <= startMs) return [];
    const free = ends.findIndex((end) => end <= startMs);
    const lane = free < 0 ? ends.length : free;
    if (lane >= most) return [];
    ends[lane] = endMs;
    return [{ incident, lane, startMs, endMs }];
  });
}

/** Moves labels apart that would overlap, keeping their order; `tops` and `gap` are parts of the height. */
export function spreadLabels(tops: readonly number[], gap: number): number[] {
  const order = tops.map((top, index) => ({ top, index })).sort((a, b) => a.top - b.top || a.index - b.index);
  const least = gap / 2;
  order.forEach((label, place) => {
    const above = order[place - 1];
    label.top = Math.max(label.top, least, above ? above.top + gap : 0);
  });
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const [label, below] = [order[place], order[place + 1]];
    if (label) label.top = Math.min(label.top, below ? below.top - gap : 1 - least);
  }
  return tops.map((_, index) => order.find((label) => label.index === index)?.top ?? 0);
}
