import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { formatCount, zonedInstant } from '#components/format/format.ts';
import { useFormat } from '#components/format/useFormat.ts';
import { zoneOffsetMs } from '#domain/zonedTime.ts';

export interface ElectionFormat {
  number(value: number): string;
  /** `17:00` */
  clock(ms: number): string;
  /** `2 Oct` */
  day(ms: number): string;
  /** `2 Oct, 17:00` */
  moment(ms: number): string;
  /** `UTC+6` */
  offset(ms: number): string;
  zoneName: string;
}

function offsetWords(ms: number, timeZone: string): string {
  const minutes = Math.round(zoneOffsetMs(ms, timeZone) / 60_000);
  const rest = Math.abs(minutes) % 60;
  const hours = Math.floor(Math.abs(minutes) / 60);
  return `UTC${minutes < 0 ? '\u2212' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** What the chart writes: whole numbers, also below zero, and the election's time. */
export function useElectionFormat(timeZone: string): ElectionFormat {
  const t = useTranslations('format');
  const { language, zoneName } = useFormat(timeZone);
  return useMemo(() => {
    const clock = (ms: number) => zonedInstant(ms, timeZone).time;
    const day = (ms: number) => {
      const at = zonedInstant(ms, timeZone);
      return t('longDay', { day: String(at.day), month: t(`shortMonth.${at.month}`) });
    };
    return {
      number: (value) => formatCount(language, value).replace('-', '\u2212'),
      clock,
      day,
      moment: (ms) => t('dayAndTime', { day: day(ms), time: clock(ms) }),
      offset: (ms) => offsetWords(ms, timeZone),
      zoneName,
    };
  }, [t, language, timeZone, zoneName]);
}
