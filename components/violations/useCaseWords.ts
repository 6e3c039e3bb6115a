import { useTranslations } from 'next-intl';
import type { PlaceChoice } from '#components/console/content.ts';
import type { Commission } from '#domain/violations/commission.ts';

export interface CaseWords {
  place(at: { regionCode: string | null; districtCode: string | null }): string;
  commission(commission: Commission | null): string;
  /** `36 h`, from two days on `2 d 5 h`. */
  hours(hours: number): string;
  since(instant: string, nowMs: number): string;
}

/** How places, commissions and ages of cases are written in the reader's language. */
export function useCaseWords(places: readonly PlaceChoice[]): CaseWords {
  const t = useTranslations('violations');
  const names = new Map(places.map(({ code, name }) => [code, name]));
  const name = (code: string) => names.get(code) ?? code;
  const hours = (count: number) =>
    count < 48
      ? t('hours', { hours: String(count) })
      : t('days', { days: String(Math.floor(count / 24)), hours: String(count % 24) });
  return {
    place: ({ regionCode, districtCode }) => {
      if (regionCode === null) return t('wholeCountry');
      return districtCode === null ? name(regionCode) : `${name(districtCode)}, ${name(regionCode)}`;
    },
    commission: (commission) => {
      if (commission === null) return t('noCommission');
      const code = commission.districtCode ?? commission.regionCode;
      return code === null ? t('level.central') : `${t(`level.${commission.level}`)}: ${name(code)}`;
    },
    hours,
    since: (instant, nowMs) => {
      const passed = Math.floor((nowMs - Date.parse(instant)) / 3_600_000);
      return passed < 1 ? t('underHour') : hours(passed);
    },
  };
}
