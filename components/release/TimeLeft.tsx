import { useTranslations } from 'next-intl';
import { splitRemaining } from '#components/results/remaining.ts';

/** How long until the release, in one line: `2 days 03:15:00`. */
export function TimeLeft({ leftMs, note }: { leftMs: number; note: string }) {
  const t = useTranslations('results.countdown');
  const { days, hours, minutes, seconds } = splitRemaining(leftMs);
  const clock = [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
  return (
    <p className="mt-1">
      <span role="timer" aria-label={t('label')} className="text-xl leading-tight font-bold tabular-nums">
        {days > 0 && `${days} ${t('days', { count: days })} `}
        {clock}
      </span>{' '}
      <span className="text-sm text-ink-soft">{note}</span>
    </p>
  );
}
