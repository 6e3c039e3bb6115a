import { useTranslations } from 'next-intl';
import type { ResponseTimes } from '#domain/incidents/staffIncident.ts';
import { useSeconds } from '../useDuration.ts';

/** Median and nine of ten, to acknowledge and to resolve. */
export function ResponseTimesLine({ times }: { times: ResponseTimes | null }) {
  const t = useTranslations('incidents.times');
  const seconds = useSeconds();
  const { acknowledgeMedianSeconds: median = null, acknowledgeP90Seconds: p90 = null } = times ?? {};
  const { resolveMedianSeconds = null, resolveP90Seconds = null } = times ?? {};
  return (
    <dl className="mr-auto text-sm text-ink-soft tabular-nums">
      <dt className="sr-only">{t('label')}</dt>
      <dd>
        {median === null || p90 === null ? t('none') : t('acknowledge', { median: seconds(median), p90: seconds(p90) })}
      </dd>
      {resolveMedianSeconds !== null && resolveP90Seconds !== null && (
        <dd>{t('resolve', { median: seconds(resolveMedianSeconds), p90: seconds(resolveP90Seconds) })}</dd>
      )}
    </dl>
  );
}
