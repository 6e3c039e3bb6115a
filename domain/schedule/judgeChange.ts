import { publicationInForce, votingSpan, windowsInForce } from '../phase.ts';
import type { Schedule } from '../schedule.ts';
import type { ScheduleFault } from './faults.ts';
import type { ChangeTimes } from './proposal.ts';

const mostAheadMs = 366 * 86_400_000;

export interface ScheduleNow {
  schedule: Schedule;
  nowMs: number;
  isReleased: boolean;
  /** A sealed draft of results stands: nobody objected to it, and nothing was decided since it was counted. */
  isCountSealed: boolean;
}

/** Why the change may not be announced now, or null. `seenAt`: when that was announced which it replaces, where that must still be so. */
export function judgeChange(change: ChangeTimes, now: ScheduleNow, seenAt?: string | null): ScheduleFault | null {
  if (now.isReleased) return 'released';
  const fault = change.kind === 'window' ? judgeWindow(change, now, seenAt) : judgePublication(change, now, seenAt);
  if (fault) return fault;
  const newMs = Date.parse(change.kind === 'window' ? change.closesAt : change.publishAt);
  if (newMs <= now.nowMs) return 'past';
  return newMs > now.nowMs + mostAheadMs ? 'too_far' : null;
}

function judgePublication(
  { publishAt }: Extract<ChangeTimes, { kind: 'publication' }>,
  { schedule }: ScheduleNow,
  seenAt: string | null | undefined,
): ScheduleFault | null {
  const inForce = publicationInForce(schedule);
  if (isOvertaken(inForce, seenAt)) return 'overtaken';
  const newMs = Date.parse(publishAt);
  if (inForce && Date.parse(inForce.publishAt) === newMs) return 'same';
  const span = votingSpan(schedule);
  return span && newMs <= span.closesAtMs ? 'before_close' : null;
}

function judgeWindow(
  { channel, opensAt, closesAt }: Extract<ChangeTimes, { kind: 'window' }>,
  { schedule, nowMs, isCountSealed }: ScheduleNow,
  seenAt: string | null | undefined,
): ScheduleFault | null {
  const inForce = windowsInForce(schedule).find((window) => window.channel === channel);
  if (!inForce) return 'no_window';
  if (isOvertaken(inForce, seenAt)) return 'overtaken';
  if (isCountSealed) return 'sealed';
  const [opensMs, closesMs, openedMs] = [opensAt, closesAt, inForce.opensAt].map((text) => Date.parse(text)) as [
    number,
    number,
    number,
  ];
  if (opensMs === openedMs && closesMs === Date.parse(inForce.closesAt)) return 'same';
  if (closesMs <= opensMs) return 'empty';
  if (opensMs !== openedMs && Math.min(opensMs, openedMs) <= nowMs) return 'opened';
  const publication = publicationInForce(schedule);
  return publication && closesMs >= Date.parse(publication.publishAt) ? 'after_publication' : null;
}

function isOvertaken(inForce: { announcedAt: string } | null, seenAt: string | null | undefined): boolean {
  if (seenAt === undefined) return false;
  if (inForce === null || seenAt === null) return inForce !== null || seenAt !== null;
  return Date.parse(inForce.announcedAt) !== Date.parse(seenAt);
}
