import { useTranslations } from 'next-intl';
import { splitRemaining } from './remaining.ts';

const units = ['days', 'hours', 'minutes', 'seconds'] as const;

interface Props {
  remainingMs: number;
  /** What the span is counted from, under it. */
  note: string;
}

/** How long until the publication; days only while there are any. */
export function Countdown({ remainingMs, note }: Props) {
  const t = useTranslations('results.countdown');
  const remaining = splitRemaining(remainingMs);
  const shown = units.filter((unit) => unit !== 'days' || remaining.days > 0);
  return (
    <div className="mt-6">
      <div role="timer" aria-label={t('label')} className="flex flex-wrap gap-x-4 gap-y-2 sm:gap-x-8">
        {shown.map((unit) => (
          <p key={unit} className="min-w-12">
            <span className="block text-2xl leading-none font-bold tabular-nums sm:text-3xl">
              {unit === 'days' ? remaining.days : String(remaining[unit]).padStart(2, '0')}
            </span>
            <span className="mt-1 block text-sm text-ink-soft">{t(unit, { count: remaining[unit] })}</span>
          </p>
        ))}
      </div>
      <p className="mt-3 text-sm text-ink-soft">{note}</p>
    </div>
  );
}
