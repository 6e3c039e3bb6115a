'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { usePolledAnswer } from '#components/console/usePolledAnswer.ts';
import { useFormat } from '#components/format/useFormat.ts';
import { askServerClock } from '#components/live/serverClock.ts';
import { serverClock, useServerNow } from '#components/live/serverNow.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import type { ReleaseDesk } from '#domain/results/releaseDesk.ts';
import { DraftFacts } from './DraftFacts.tsx';
import { EditionsReleased } from './EditionsReleased.tsx';
import { NextStep } from './NextStep.tsx';
import { ReleaseSteps } from './ReleaseSteps.tsx';
import { listReleaseSteps } from './releaseSteps.ts';
import { VerdictPanel } from './VerdictPanel.tsx';

interface Props {
  initial: ReleaseDesk;
  timeZone: string;
  renderedAtMs: number;
  mayApprove: boolean;
}

/** How the release of the results stands, kept fresh; approvers give their word here. */
export function ReleaseDeskView({ initial, timeZone, renderedAtMs, mayApprove }: Props) {
  const t = useTranslations('release');
  const format = useFormat(timeZone);
  const { answer: desk, lostAtMs, refresh, show } = usePolledAnswer(initial, '/api/ops/results');
  const nowMs = electionNowMs(desk.clock, useServerNow(renderedAtMs));
  useEffect(() => void askServerClock(serverClock), []);
  const { draft } = desk;
  const isOpen = draft !== null && ['sealed', 'approved by one', 'ready'].includes(draft.state);
  const mayGive = isOpen && mayApprove;
  return (
    <div className="flex flex-col gap-6">
      <div>
        <h1 className="text-xl font-bold">{t('title')}</h1>
        <p className="mt-1 max-w-[65ch] text-ink-soft">{t('text')}</p>
      </div>
      {lostAtMs !== null && (
        <p role="status" className="border-l-4 border-incident py-1 pl-3">
          {t('lost', { when: format.clock(lostAtMs, lostAtMs) })}
        </p>
      )}
      <section aria-label={t('steps.label')} className="card p-5 sm:p-6">
        <ReleaseSteps steps={listReleaseSteps(desk, nowMs)} format={format} />
        <p className="sr-only" aria-live="polite">
          {draft ? t(`spoken.${draft.state}`) : ''}
        </p>
      </section>
      <div className={mayGive ? 'grid grid-cols-1 items-start gap-6 lg:grid-cols-2' : ''}>
        {mayGive && (
          <VerdictPanel
            // Another draft is another question.
            key={`${draft.number} ${draft.sealedAt}`}
            draft={draft}
            publishAt={desk.publishAt}
            nowMs={nowMs}
            format={format}
            onDone={show}
            onRefused={refresh}
          />
        )}
        <div className={`grid min-w-0 grid-cols-1 gap-6 ${mayGive ? '' : 'lg:grid-cols-2'}`}>
          <NextStep desk={desk} nowMs={nowMs} format={format} />
          {draft && <DraftFacts draft={draft} isTold={isOpen && !mayApprove} format={format} />}
          <div className={mayGive || !draft ? '' : 'lg:col-span-2'}>
            <EditionsReleased editions={desk.editions} format={format} />
          </div>
        </div>
      </div>
    </div>
  );
}
