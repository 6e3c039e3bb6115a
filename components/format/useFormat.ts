import { useLocale, useTranslations } from 'next-intl';
import { type Language, languageOr } from '#domain/languageCodes.ts';
import { formatCount, formatPermille, formatShare, zoneCity, zonedInstant, zoneKey } from './format.ts';

export interface Format {
  language: Language;
  count(value: number): string;
  percent(permille: number): string;
  /** Hundredths of a percent as `62.12%`. */
  share(hundredths: number): string;
  /** `4 October, 14:00`, in the election's time zone. */
  dayAndTime(epochMs: number): string;
  /** `4 October`. */
  day(epochMs: number): string;
  /** `4 Oct 14:00`. */
  short(epochMs: number): string;
  /** `17:00:03`, with the day before it when that is not the day of `todayMs`. */
  clock(epochMs: number, todayMs: number): string;
  zoneName: string;
}

/** How numbers and times are written in the reader's language and the election's time zone. */
export function useFormat(timeZone: string): Format {
  const language = languageOr(useLocale());
  const t = useTranslations('format');
  const day = (epochMs: number, length: 'longMonth' | 'shortMonth') => {
    const at = zonedInstant(epochMs, timeZone);
    return { at, text: t('longDay', { day: String(at.day), month: t(`${length}.${at.month}`) }) };
  };
  const key = zoneKey(timeZone);
  const city = t.has(`city.${key}`) ? t(`city.${key}`) : zoneCity(timeZone);
  return {
    language,
    count: (value) => formatCount(language, value),
    percent: (permille) => formatPermille(language, permille),
    share: (hundredths) => formatShare(language, hundredths),
    dayAndTime: (epochMs) => {
      const { at, text } = day(epochMs, 'longMonth');
      return t('dayAndTime', { day: text, time: at.time });
    },
    day: (epochMs) => day(epochMs, 'longMonth').text,
    short: (epochMs) => {
      const { at, text } = day(epochMs, 'shortMonth');
      return t('pillTime', { day: text, time: at.time });
    },
    clock: (epochMs, todayMs) => {
      const { at, text } = day(epochMs, 'longMonth');
      const today = zonedInstant(todayMs, timeZone);
      const isToday = today.day === at.day && today.month === at.month && today.year === at.year;
      return isToday ? at.timeWithSeconds : t('dayAndTime', { day: text, time: at.timeWithSeconds });
    },
    zoneName: timeZone === 'UTC' ? t('zoneUtc') : t('zone', { city }),
  };
}
