import { useTranslations } from 'next-intl';

/** Whole minutes as `1 day 2 h 30 min`, without the parts that are zero; the sign is the caller's to say. */
export function useLength(): (minutes: number) => string {
  const t = useTranslations('schedule.length');
  return (minutes) => {
    const whole = Math.abs(minutes);
    const parts = [
      ['days', Math.floor(whole / 1_440)],
      ['hours', Math.floor(whole / 60) % 24],
      ['minutes', whole % 60],
    ] as const;
    const shown = parts.filter(([, count]) => count > 0);
    return (shown.length > 0 ? shown : parts.slice(2)).map(([unit, count]) => t(unit, { count })).join(' ');
  };
}
