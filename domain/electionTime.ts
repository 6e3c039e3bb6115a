import { InvalidInput } from './errors.ts';

const localTime = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Epoch ms of `2020-10-02T17:00` as a clock in `timeZone` shows it; a time with its own offset is taken as it stands.
 * Throws InvalidInput.
 */
export function parseElectionTime(text: string, timeZone: string): number {
  const match = localTime.exec(text);
  if (!match) {
    const withOffset = /[Zz]|[+-]\d{2}:\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
    if (Number.isNaN(withOffset)) throw new InvalidInput(`${text}: expected a time such as 2020-10-02T17:00`);
    return withOffset;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const shownMs = Date.UTC(year, month - 1, day, hour, minute, second);
  const shown = new Date(shownMs);
  if (shown.getUTCDate() !== day || shown.getUTCHours() !== hour || minute > 59 || second > 59) {
    throw new InvalidInput(`${text}: there is no such day or hour`);
  }
  // Twice, for the offset at the first guess may be another than at the answer.
  const guessMs = shownMs - offsetMs(timeZone, shownMs);
  return shownMs - offsetMs(timeZone, guessMs);
}

/** How far a clock in `timeZone` is ahead of UTC at `atMs`, in ms. */
function offsetMs(timeZone: string, atMs: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(atMs);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shownMs = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return shownMs - Math.floor(atMs / 1_000) * 1_000;
}
