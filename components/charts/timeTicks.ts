import { instantOf, localDaysBetween } from '#domain/zonedTime.ts';

/** A tick of the time axis; a narrow chart shows the major ones only. */
export interface TimeTick {
  ms: number;
  kind: 'day' | 'hour';
  major: boolean;
}

const hourMs = 3_600_000;

function hoursOfDay(spanMs: number): number[] {
  const step = spanMs <= 9 * hourMs ? 1 : spanMs <= 20 * hourMs ? 3 : spanMs <= 40 * hourMs ? 6 : 12;
  return Array.from({ length: 24 / step }, (_, index) => index * step);
}

/** Local midnights, and hours between them where the span is short enough to read them. */
export function timeTicks(startMs: number, endMs: number, timeZone: string): TimeTick[] {
  const spanMs = endMs - startMs;
  const days = localDaysBetween(startMs, endMs, timeZone);
  const dayStep = Math.ceil(days.length / 8);
  const majorDayStep = dayStep * Math.ceil(Math.ceil(days.length / dayStep) / 4);
  const hours = dayStep > 1 || days.length > 6 ? [0] : hoursOfDay(spanMs);
  const isShort = spanMs <= 40 * hourMs;
  return days
    .flatMap((day, dayIndex) =>
      hours.map((hour): TimeTick & { shown: boolean } => ({
        ms: instantOf({ ...day, hour }, timeZone),
        kind: hour === 0 ? 'day' : 'hour',
        major:
          hour === 0 ? dayIndex % majorDayStep === 0 : isShort && (hours.length <= 8 ? hour % 6 === 0 : hour % 3 === 0),
        shown: dayIndex % dayStep === 0,
      })),
    )
    .filter((tick) => tick.shown && tick.ms >= startMs && tick.ms <= endMs)
    .map(({ ms, kind, major }) => ({ ms, kind, major }));
}
