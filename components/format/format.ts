import type { Language } from '#domain/languages.ts';
import { zonedParts } from '#domain/zonedTime.ts';

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

/** Hundredths of a percent as `62.12%`. */
export function formatShare(language: Language, hundredths: number): string {
  const text = shares[language].format(hundredths / 10_000);
  return language === 'kk' ? text.replace(/\s%$/u, '%') : text;
}

const counts = mapLanguages((locale) => new Intl.NumberFormat(locale));
const percents = mapLanguages(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }),
);
const shares = mapLanguages(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 }),
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

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** The parts of an instant in a time zone, the same on every engine; months get their names from messages. */
export function zonedInstant(epochMs: number, timeZone: string): ZonedInstant {
  const { year, month, day, hour, minute, second } = zonedParts(epochMs, timeZone);
  const time = `${twoDigits(hour)}:${twoDigits(minute)}`;
  return {
    year,
    month,
    day,
    time,
    timeWithSeconds: `${time}:${twoDigits(second)}`,
  };
}

/** `Asia/Almaty` as a key of messages, and as a city for zones that have no name there. */
export function zoneKey(timeZone: string): string {
  return timeZone.replaceAll('/', '_');
}

export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
