import { instantOf, localDaysBetween } from '#domain/zonedTime.ts';

export const nightFromHour = 23;
export const nightToHour = 6;

export interface Span {
  startMs: number;
  endMs: number;
}

/** Nights, 23:00 to 06:00 by the zone's wall clock, clipped to the span asked for. */
export function nightsBetween(startMs: number, endMs: number, timeZone: string): Span[] {
  const dayBefore = startMs - 86_400_000;
  return localDaysBetween(dayBefore, endMs, timeZone)
    .map((day) => ({
      startMs: Math.max(startMs, instantOf({ ...day, hour: nightFromHour }, timeZone)),
      endMs: Math.min(endMs, instantOf({ ...day, day: day.day + 1, hour: nightToHour }, timeZone)),
    }))
    .filter((night) => night.startMs < night.endMs);
}
