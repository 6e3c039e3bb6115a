import type { Measure, TurnoutSource } from './electionPackage.ts';
import { measures } from './electionPackage.ts';
import { mixNumber, mixText } from './seededNumbers.ts';
import { type Channel, type RefusalReason, refusalReasons } from './turnout.ts';

export type VotingEvent =
  | { kind: 'authorization'; districtCode: string; channel: Channel; occurredAtMs: number }
  | { kind: 'refusal'; districtCode: string; channel: Channel; occurredAtMs: number; reason: RefusalReason }
  | { kind: 'ballot'; districtCode: string; channel: Channel; occurredAtMs: number }
  | {
      kind: 'correction';
      districtCode: string;
      channel: Channel;
      occurredAtMs: number;
      deltaAuthorized: number;
      deltaVoted: number;
      reason: string;
    };

/**
 * The events of one source in [fromMs, toMs), spread between its checkpoints and the same for the same seed however the
 * interval is cut. A fall of a cumulative figure is one correction just before the moment at which the source shows it.
 */
export function* listVotingEvents(
  source: TurnoutSource,
  seed: number,
  fromMs: number,
  toMs: number,
): Generator<VotingEvent> {
  const { momentsMs } = source;
  for (let step = Math.max(1, firstAfter(momentsMs, fromMs)); step < momentsMs.length; step += 1) {
    const startMs = momentsMs[step - 1] ?? 0;
    const endMs = momentsMs[step] ?? 0;
    if (startMs >= toMs) return;
    for (const measure of measures) {
      const values = source.cumulative[measure];
      const count = (values[step] ?? 0) - (values[step - 1] ?? 0);
      if (count > 0) yield* spread(source, measure, { seed, step, count, startMs, endMs, fromMs, toMs });
      if (count < 0 && endMs - 1 >= fromMs && endMs - 1 < toMs) yield fall(source, measure, step, count);
    }
  }
}

/** Index of the first moment after `ms`, by halving: a live tick asks each of thousands of places. */
function firstAfter(momentsMs: readonly number[], ms: number): number {
  let low = 0;
  let high = momentsMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((momentsMs[middle] ?? 0) > ms) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Segment {
  seed: number;
  step: number;
  count: number;
  startMs: number;
  endMs: number;
  fromMs: number;
  toMs: number;
}

/**
 * One event in each of `count` equal slots: who is authorized comes in the first half of a slot and who votes in the
 * second, so that between checkpoints as at them no more have voted online than were authorized.
 */
function* spread(source: TurnoutSource, measure: Measure, segment: Segment): Generator<VotingEvent> {
  const { seed, step, count, startMs, endMs, fromMs, toMs } = segment;
  const slotMs = (endMs - startMs) / count;
  const offset = measure.startsWith('voted') ? 0.5 : 0;
  const mixed = mixText(`${source.districtCode}/${source.station}/${measure}/${step}`, seed);
  const first = Math.max(0, Math.floor((fromMs - startMs) / slotMs) - 1);
  const last = Math.min(count - 1, Math.ceil((toMs - startMs) / slotMs));
  for (let slot = first; slot <= last; slot += 1) {
    const occurredAtMs = Math.floor(startMs + slotMs * (slot + offset + 0.5 * mixNumber(mixed, slot)));
    if (occurredAtMs >= fromMs && occurredAtMs < toMs) yield eventOf(source.districtCode, measure, occurredAtMs);
  }
}

function eventOf(districtCode: string, measure: Measure, occurredAtMs: number): VotingEvent {
  if (measure === 'authorized') return { kind: 'authorization', districtCode, channel: 'online', occurredAtMs };
  const reason = refusalReasons.find((candidate) => measure === `refused_${candidate}`);
  if (reason) return { kind: 'refusal', districtCode, channel: 'online', occurredAtMs, reason };
  return { kind: 'ballot', districtCode, channel: channelOf(measure), occurredAtMs };
}

function fall(source: TurnoutSource, measure: Measure, step: number, count: number): VotingEvent {
  const values = source.cumulative[measure];
  const place = source.station === '' ? '' : ` of station ${source.station}`;
  return {
    kind: 'correction',
    districtCode: source.districtCode,
    channel: channelOf(measure),
    occurredAtMs: (source.momentsMs[step] ?? 0) - 1,
    deltaAuthorized: measure === 'authorized' ? count : 0,
    deltaVoted: measure.startsWith('voted') ? count : 0,
    reason:
      source.reasons[step] || `The source's cumulative figure${place} fell from ${values[step - 1]} to ${values[step]}`,
  };
}

function channelOf(measure: Measure): Channel {
  if (measure === 'voted_station') return 'station';
  return measure === 'voted_paper' ? 'paper' : 'online';
}
