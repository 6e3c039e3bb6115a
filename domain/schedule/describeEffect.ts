import { phaseAt, publicationInForce, votingSpan, windowsInForce } from '../phase.ts';
import type { Phase } from '../schedule.ts';
import { announceChange } from './announceChange.ts';
import type { ScheduleNow } from './judgeChange.ts';
import type { ChangeTimes } from './proposal.ts';

/** What a change would do at this moment; times are epoch ms. */
export interface ScheduleEffect {
  fromMs: number | null;
  toMs: number;
  /** Where the opening moves, too; its minutes as those of the close. */
  opening: { fromMs: number; toMs: number; byMinutes: number; leftMinutes: number } | null;
  /** Whole minutes later; below zero: earlier. Null where nothing is in force. */
  byMinutes: number | null;
  /** Whole minutes from now to the new time. */
  leftMinutes: number;
  phaseBefore: Phase;
  phaseAfter: Phase;
  /** Whole minutes from the last close to the publication, in which is counted; null where either is not announced. */
  countingMinutes: number | null;
}

const nobody = { kk: '', ru: '', en: '' };

export function describeEffect(change: ChangeTimes, { schedule, nowMs }: ScheduleNow): ScheduleEffect {
  const announcedAt = new Date(nowMs).toISOString();
  const after = announceChange(schedule, { change, reason: null, decidedBy: nobody, announcedAt });
  const window =
    change.kind === 'window' ? windowsInForce(schedule).find(({ channel }) => channel === change.channel) : undefined;
  const from = change.kind === 'window' ? window?.closesAt : publicationInForce(schedule)?.publishAt;
  const fromMs = from === undefined ? null : Date.parse(from);
  const toMs = Date.parse(change.kind === 'window' ? change.closesAt : change.publishAt);
  const lastCloseMs = votingSpan(after)?.closesAtMs;
  const publishAt = publicationInForce(after)?.publishAt;
  return {
    fromMs,
    toMs,
    opening: change.kind === 'window' && window ? describeOpening(window.opensAt, change.opensAt, nowMs) : null,
    byMinutes: fromMs === null ? null : minutesBetween(fromMs, toMs),
    leftMinutes: minutesBetween(nowMs, toMs),
    phaseBefore: phaseAt(schedule, nowMs, null),
    phaseAfter: phaseAt(after, nowMs, null),
    countingMinutes:
      lastCloseMs === undefined || publishAt === undefined ? null : minutesBetween(lastCloseMs, Date.parse(publishAt)),
  };
}

function describeOpening(from: string, to: string, nowMs: number): ScheduleEffect['opening'] {
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
  if (fromMs === toMs) return null;
  return { fromMs, toMs, byMinutes: minutesBetween(fromMs, toMs), leftMinutes: minutesBetween(nowMs, toMs) };
}

const minutesBetween = (fromMs: number, toMs: number) => Math.trunc((toMs - fromMs) / 60_000);
