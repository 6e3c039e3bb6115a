export interface ZonedParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}

/** The wall clock of a time zone at an instant; months are 1-12. */
export function zonedParts(ms: number, timeZone: string): ZonedParts & { second: number } {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatterOf(timeZone).formatToParts(ms)) {
    if (type in parts) parts[type as keyof typeof parts] = Number(value);
  }
  return parts;
}

/** How far a time zone's wall clock is ahead of UTC at an instant, ms. */
export function zoneOffsetMs(ms: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = zonedParts(ms, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}

/** The instant of a wall-clock hour; one that the clocks skip gives the first instant after the gap. */
export function instantOf(wall: { year: number; month: number; day: number; hour: number }, timeZone: string): number {
  const asUtcMs = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour);
  const before = asUtcMs - zoneOffsetMs(asUtcMs - 86_400_000, timeZone);
  const after = asUtcMs - zoneOffsetMs(asUtcMs + 86_400_000, timeZone);
  for (const candidate of [Math.min(before, after), Math.max(before, after)]) {
    if (candidate + zoneOffsetMs(candidate, timeZone) === asUtcMs) return candidate;
  }
  return transitionBetween(Math.min(before, after), Math.max(before, after), timeZone);
}

function transitionBetween(startMs: number, endMs: number, timeZone: string): number {
  const offsetBefore = zoneOffsetMs(startMs, timeZone);
  let low = startMs;
  let high = endMs;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (zoneOffsetMs(middle, timeZone) === offsetBefore) low = middle;
    else high = middle;
  }
  return high;
}

/** The local days that touch a span of time, as wall-clock dates. */
export function localDaysBetween(startMs: number, endMs: number, timeZone: string) {
  const first = zonedParts(startMs, timeZone);
  const days: { year: number; month: number; day: number }[] = [];
  for (let index = 0; ; index += 1) {
    const date = new Date(Date.UTC(first.year, first.month - 1, first.day + index));
    const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    if (index > 0 && instantOf({ ...day, hour: 0 }, timeZone) >= endMs) return days;
    days.push(day);
  }
}
