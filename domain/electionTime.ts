import { InvalidInput } from './errors.ts';
import { zoneOffsetMs } from './zonedTime.ts';

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
  const guessMs = shownMs - zoneOffsetMs(shownMs, timeZone);
  return shownMs - zoneOffsetMs(guessMs, timeZone);
}
