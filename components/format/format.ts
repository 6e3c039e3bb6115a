import type { Language } from '#domain/languages.ts';

/** Browsers say they know Kazakh and then print "446,297" and "M01 1": its figures are written as in Russian, which is right. */
const numberLocales: Record<Language, string> = { kk: 'ru', ru: 'ru', en: 'en' };

export function formatCount(language: Language, count: number): string {
  return counts[language].format(count);
}

/** Tenths of a percent as `53.4%`; Kazakh takes its endings after the sign, so it stands close. */
export function formatPermille(language: Language, permille: number): string {
  const text = percents[language].format(permille / 1000);
  return language === 'kk' ? text.replace(/\s%$/u, '%') : text;
}

const counts = mapLanguages((locale) => new Intl.NumberFormat(locale));
const percents = mapLanguages(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);

function mapLanguages<T>(make: (locale: string) => T): Record<Language, T> {
  return { kk: make(numberLocales.kk), ru: make(numberLocales.ru), en: make(numberLocales.en) };
}

export interface ZonedInstant {
  year: number;
  month: number;
  day: number;
  /** `17:00` and `17:00:03`, of 24 hours. */
  time: string;
  timeWithSeconds: string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The parts of an instant in a time zone, the same on every engine; months get their names from messages. */
export function zonedInstant(epochMs: number, timeZone: string): ZonedInstant {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    clocks.set(timeZone, clock);
  }
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of clock.formatToParts(epochMs)) parts[part.type] = part.value;
  const time = `${parts.hour}:${parts.minute}`;
  return {
    year: Number(parts.year),
    month: Number(parts.month),
    day: Number(parts.day),
    time,
    timeWithSeconds: `${time}:${parts.second}`,
  };
}

/** `Asia/Almaty` as a key of messages, and as a city for zones that have no name there. */
export function zoneKey(timeZone: string): string {
  return timeZone.replaceAll('/', '_');
}

export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
