'use client';

import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { Connection } from '#domain/freshness.ts';
import type { Freshness, Moments } from './freshness.ts';

interface Props {
  freshness: Freshness;
  moments: Moments;
  connection: Connection;
  /** False on the server, where an age would be a lie by the time it is read. */
  isTicking: boolean;
  /** False where the page has no figures of the vote: then only the connection counts. */
  hasFigures: boolean;
  format: Format;
}

export function FreshnessLine({ freshness, moments, connection, isTicking, hasFigures, format }: Props) {
  const t = useTranslations('freshness');
  const state = hasFigures || freshness.state === 'offline' ? freshness.state : 'fresh';
  const { asOf, checkedMs, electionMs } = moments;
  const marks = {
    fresh: 'bg-resolved',
    stale: 'hatch border border-ink-soft',
    offline: 'hatch border border-ink-soft',
  };
  return (
    <p
      className="flex flex-wrap items-baseline gap-x-2 text-sm tabular-nums"
      data-freshness={state}
      data-connection={connection}
    >
      <span className="flex items-baseline gap-x-2">
        <span aria-hidden className={`size-2 shrink-0 self-center rounded-full ${marks[state]}`} />
        {state === 'stale' && <strong className="font-semibold">{t('stale')}</strong>}
        {hasFigures && (
          <span>
            {asOf === null ? t('noFigures') : t('asOf', { when: format.clock(Date.parse(asOf), electionMs) })}
          </span>
        )}
      </span>
      {hasFigures && (
        <span aria-hidden className="max-sm:hidden">
          ·
        </span>
      )}
      {(hasFigures || !isTicking) && (
        <span className="text-ink-soft">
          {isTicking ? <Age ageMs={freshness.ageMs} /> : t('checkedAt', { when: format.clock(checkedMs, electionMs) })}
        </span>
      )}
      {isTicking && (connection !== 'live' || !hasFigures) && (
        <span className="text-ink-soft">
          {hasFigures && '· '}
          {t(connection)}
        </span>
      )}
    </p>
  );
}

function Age({ ageMs }: { ageMs: number }) {
  const t = useTranslations('freshness');
  const seconds = Math.floor(ageMs / 1_000);
  if (seconds < 1) return t('checkedNow');
  if (seconds < 60) return t('checkedSeconds', { count: seconds });
  if (seconds < 3_600) return t('checkedMinutes', { count: Math.floor(seconds / 60) });
  return t('checkedHours', { count: Math.floor(seconds / 3_600) });
}

/** Across the page, when the figures may not be taken for new. */
export function FreshnessBanner({ freshness, moments, hasFigures, format }: Omit<Props, 'connection' | 'isTicking'>) {
  const t = useTranslations('freshness');
  if (freshness.state === 'fresh' || (freshness.state === 'stale' && !hasFigures)) return null;
  const text = () => {
    if (freshness.state === 'stale')
      return t('staleBanner', { when: format.clock(moments.checkedMs, moments.electionMs) });
    const { asOf, electionMs } = moments;
    return asOf === null || !hasFigures
      ? t('offlineBannerEmpty')
      : t('offlineBanner', { when: format.clock(Date.parse(asOf), electionMs) });
  };
  return (
    <div role="status" className="hatch rounded-lg border-2 border-ink-soft p-1 lg:col-span-12">
      <p className="rounded bg-surface px-4 py-2 font-medium">{text()}</p>
    </div>
  );
}
