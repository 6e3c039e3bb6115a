'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { usePolledAnswer } from '#components/console/usePolledAnswer.ts';
import { useFormat } from '#components/format/useFormat.ts';
import { askServerClock } from '#components/live/serverClock.ts';
import { serverClock, useServerNow } from '#components/live/serverNow.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { CaseList } from './CaseList.tsx';
import type { CaseListContent } from './content.ts';
import { Pipeline } from './Pipeline.tsx';

const minuteMs = 60_000;

interface Props {
  content: CaseListContent;
  /** The filters, between the figures and the list. */
  children: React.ReactNode;
}

/** The register as it is now: how long cases wait, and those that fit. */
export function CaseRegister({ content, children }: Props) {
  const { query, path, filters, isNewestShown, places, clock, timeZone, renderedAtMs } = content;
  const t = useTranslations('violations');
  const format = useFormat(timeZone);
  const { answer, lostAtMs } = usePolledAnswer(content.list, `/api/ops/violations${query}`);
  useEffect(() => void askServerClock(serverClock), []);
  const nowMs = electionNowMs(clock, useServerNow(renderedAtMs));
  return (
    <>
      <Pipeline stages={answer.stages} language={format.language} />
      {children}
      {lostAtMs !== null && (
        <p role="status" className="border-l-4 border-critical py-1 pl-3 text-sm">
          {t('lost', { when: format.clock(electionNowMs(clock, lostAtMs), nowMs) })}
        </p>
      )}
      <CaseList cases={answer.cases} places={places} nowMs={Math.floor(nowMs / minuteMs) * minuteMs} />
      <p className="flex flex-wrap gap-x-6">
        {answer.next !== null && (
          <a
            className="link py-2"
            href={`${path}?${new URLSearchParams([...filters, ['before', String(answer.next)]])}`}
            rel="next"
          >
            {t('older')}
          </a>
        )}
        {!isNewestShown && (
          <a className="link py-2" href={`${path}?${new URLSearchParams(filters)}`}>
            {t('newest')}
          </a>
        )}
        <span className="needs-script ml-auto py-2 text-sm text-ink-soft">{t('keys')}</span>
      </p>
    </>
  );
}
