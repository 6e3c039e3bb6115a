import { createTranslator, type Messages } from 'next-intl';
import { formatCount, zoneCity, zonedInstant, zoneKey } from '#components/format/format.ts';
import type { Language } from '#domain/languages.ts';
import { loadMessages } from '../../messages.ts';

type Values = Record<string, string>;

/** The words of the feed in one language; times are of the election's zone, which is named. */
export interface FeedWords {
  say(key: string, values?: Values): string;
  /** The text of a key, or `otherwise` where there is none. */
  nameOf(key: string, otherwise: string): string;
  when(instant: string): string;
  count(value: number): string;
}

export async function loadFeedWords(language: Language, timeZone: string): Promise<FeedWords> {
  const messages: Messages = await loadMessages(language);
  const t = createTranslator({ locale: language, messages, timeZone: 'UTC' });
  const city = t.has(`format.city.${zoneKey(timeZone)}`) ? t(`format.city.${zoneKey(timeZone)}`) : zoneCity(timeZone);
  const zone = timeZone === 'UTC' ? t('format.zoneUtc') : t('format.zone', { city });
  return {
    say: (key, values) => t(/^(site|status)\./.test(key) ? key : `feed.${key}`, values),
    nameOf: (key, otherwise) => (t.has(`feed.${key}`) ? t(`feed.${key}`) : otherwise),
    when: (instant) => {
      const at = zonedInstant(Date.parse(instant), timeZone);
      const day = t('format.longDay', { day: String(at.day), month: t(`format.longMonth.${at.month}`) });
      return `${t('format.dayAndTime', { day, time: at.time })} (${zone})`;
    },
    count: (value) => formatCount(language, value),
  };
}
