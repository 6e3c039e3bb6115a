import { parseElectionTime } from '#domain/electionTime.ts';
import { zonedParts } from '#domain/zonedTime.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** An instant as a field for date and time takes it, on the election's clock: `2020-10-04T14:00`. */
export function toLocalTime(ms: number, timeZone: string): string {
  const { year, month, day, hour, minute } = zonedParts(ms, timeZone);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

/** Epoch ms of what such a field says; null while it says no time. */
export function fromLocalTime(text: string, timeZone: string): number | null {
  try {
    const ms = parseElectionTime(text, timeZone);
    return Number.isNaN(new Date(ms).getTime()) ? null : ms;
  } catch {
    return null;
  }
}
