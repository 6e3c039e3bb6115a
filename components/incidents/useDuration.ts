import { useTranslations } from 'next-intl';

/** A length of time as `4 h 12 min`; below an hour in minutes, below a minute in seconds. */
export function useDuration(): (ms: number) => string {
  const t = useTranslations('status.duration');
  return (ms) => {
    const seconds = Math.max(0, Math.floor(ms / 1_000));
    const minutes = Math.floor(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (minutes === 0) return t('seconds', { seconds: String(seconds) });
    if (hours === 0) return t('minutes', { minutes: String(minutes) });
    if (hours < 24) return t('hours', { hours: String(hours), minutes: String(minutes % 60) });
    return t('days', { days: String(Math.floor(hours / 24)), hours: String(hours % 24) });
  };
}

/** To the second, as a clock that runs: `0:37`, `12:05`, `1:02:03`. */
export function useSeconds(): (seconds: number) => string {
  return (seconds) => {
    const whole = Math.max(0, Math.floor(seconds));
    const parts = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
    const [hours = 0, minutes = 0, rest = 0] = parts;
    const two = (value: number) => String(value).padStart(2, '0');
    return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  };
}
