import type { IncidentMark } from '#domain/incidents/incidentMark.ts';
import { xRatio } from './curveGeometry.ts';
import type { Span } from './nights.ts';

/** The part of an incident that lies on the time axis. */
export interface Band extends Span {
  mark: IncidentMark;
  isOpen: boolean;
}

/** Neighbours in a lane that have one label; one band where there is room for each. */
export interface BandGroup extends Span {
  bands: Band[];
}

/** From opening to resolution, to now where it is open, clipped to the axis; in the order of their beginnings. */
export function bandsWithin(marks: readonly IncidentMark[], axis: Span, nowMs: number): Band[] {
  return marks
    .map((mark): Band => {
      const openedMs = Date.parse(mark.openedAt);
      const endedMs = mark.resolvedAt === null ? Math.max(nowMs, openedMs) : Date.parse(mark.resolvedAt);
      const [startMs, endMs] = [Math.max(axis.startMs, openedMs), Math.min(axis.endMs, endedMs)];
      return { mark, startMs, endMs, isOpen: mark.resolvedAt === null };
    })
    .filter(({ startMs, endMs }) => startMs <= endMs)
    .sort((a, b) => a.startMs - b.startMs || b.endMs - a.endMs || (a.mark.id < b.mark.id ? -1 : 1));
}

/** The times in which at least one of the bands lies, so that many at once are no darker than one. */
export function unionOf(bands: readonly Span[]): Span[] {
  const union: Span[] = [];
  for (const { startMs, endMs } of [...bands].sort((a, b) => a.startMs - b.startMs)) {
    const last = union.at(-1);
    if (last && startMs <= last.endMs) last.endMs = Math.max(last.endMs, endMs);
    else union.push({ startMs, endMs });
  }
  return union;
}

export interface Room {
  lanes: number;
  /** Of the axis: how much the label of such a group takes behind its bar. */
  labelRatio: (group: BandGroup) => number;
}

/** Lanes in which no bar or label lies over another: what finds no free lane joins the group that leaves off first. */
export function packLanes(bands: readonly Band[], axis: Span, { lanes: most, labelRatio }: Room): BandGroup[][] {
  const lanes: BandGroup[][] = [];
  const takenTo = (lane: BandGroup[]) => {
    const last = lane.at(-1);
    return last ? xRatio(last.endMs, axis) + labelRatio(last) : 0;
  };
  for (const band of bands) {
    const group = { startMs: band.startMs, endMs: band.endMs, bands: [band] };
    const free = lanes.find((lane) => takenTo(lane) <= xRatio(band.startMs, axis));
    if (free) free.push(group);
    else if (lanes.length < most) lanes.push([group]);
    else {
      const soonest = lanes.reduce((best, lane) => (takenTo(lane) < takenTo(best) ? lane : best));
      const last = soonest.at(-1);
      last?.bands.push(band);
      if (last) last.endMs = Math.max(last.endMs, band.endMs);
    }
  }
  return lanes;
}

/** Those that lie in some part of the span, both ends counted. */
export function bandsIn(bands: readonly Band[], { startMs, endMs }: Span): Band[] {
  return bands.filter((band) => band.startMs <= endMs && band.endMs >= startMs);
}

/** Something to say of an incident beside the figures of an hour. */
export interface IncidentNote {
  mark: IncidentMark;
  kind: 'opened' | 'resolved';
  ms: number;
}

/** What happened in each hour, by the hour's beginning, the newest first; what is newer than the figures stands with the last. */
export function notesByHour(bands: readonly Band[], hours: readonly Span[]): Map<number, IncidentNote[]> {
  const notes = bands.flatMap(({ mark, startMs, endMs, isOpen }): IncidentNote[] => [
    { mark, kind: 'opened', ms: startMs },
    ...(isOpen ? [] : [{ mark, kind: 'resolved' as const, ms: endMs }]),
  ]);
  const byHour = new Map<number, IncidentNote[]>();
  for (const note of notes.sort((a, b) => b.ms - a.ms)) {
    const hour = hours.findLast(({ startMs }) => startMs <= note.ms) ?? hours[0];
    if (hour) byHour.set(hour.startMs, [...(byHour.get(hour.startMs) ?? []), note]);
  }
  return byHour;
}
