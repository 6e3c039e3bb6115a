import { useTranslations } from 'next-intl';
import { formatCount } from '#components/format/format.ts';
import type { Language } from '#domain/languages.ts';
import type { PipelineStage } from '#domain/violations/staffCase.ts';
import { useCaseWords } from './useCaseWords.ts';

/** How many cases are in each state, and how long. */
export function Pipeline({ stages, language }: { stages: readonly PipelineStage[]; language: Language }) {
  const t = useTranslations('violations');
  const tCases = useTranslations('cases');
  const words = useCaseWords([]);
  return (
    <section aria-labelledby="pipeline" className="card p-4">
      <h2 id="pipeline" className="text-sm font-semibold">
        {t('pipeline.title')}
      </h2>
      <ol className="mt-2 grid grid-cols-2 gap-x-2 gap-y-3 sm:grid-cols-3 sm:gap-x-3 lg:grid-cols-5">
        {stages.map(({ state, cases, medianHours, p90Hours }) => (
          <li key={state} className="border-l-4 border-violation pl-2 sm:pl-3">
            <p className="text-sm text-ink-soft">{tCases(`state.${state}`)}</p>
            <p className="text-lg font-bold tabular-nums">{formatCount(language, cases)}</p>
            <p className="text-sm text-ink-soft tabular-nums">
              {medianHours === null || p90Hours === null
                ? t('pipeline.none')
                : t('pipeline.ages', { median: words.hours(medianHours), p90: words.hours(p90Hours) })}
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-3 max-w-[80ch] text-sm text-ink-soft">{t('pipeline.text')}</p>
    </section>
  );
}
