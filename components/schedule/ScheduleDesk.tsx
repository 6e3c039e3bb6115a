'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { FailureText } from '#components/console/FailureText.tsx';
import { Panel } from '#components/console/Panel.tsx';
import { usePolledAnswer } from '#components/console/usePolledAnswer.ts';
import { useFormat } from '#components/format/useFormat.ts';
import { askServerClock } from '#components/live/serverClock.ts';
import { serverClock, useServerNow } from '#components/live/serverNow.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { votingSpan } from '#domain/phase.ts';
import type { ScheduleContent } from './content.ts';
import { InForce } from './InForce.tsx';
import { ProposalCard } from './ProposalCard.tsx';
import { ProposeForm } from './ProposeForm.tsx';
import { ScheduleHistory } from './ScheduleHistory.tsx';
import { nowOf, useScheduleActs } from './useScheduleActs.ts';

const kinds = ['window', 'publication'] as const;

/** Where voting times and the publication are moved: what holds, what waits for a second person, the forms and the history. */
export function ScheduleDesk(initial: ScheduleContent) {
  const t = useTranslations('schedule');
  const format = useFormat(initial.timeZone);
  const polled = usePolledAnswer(initial.answer, '/api/ops/schedule');
  const content = { ...initial, answer: polled.answer };
  const realMs = useServerNow(initial.renderedAtMs);
  const now = nowOf(polled.answer, realMs);
  const acts = useScheduleActs(polled, format);
  const [kind, setKind] = useState<(typeof kinds)[number] | null>(null);
  useEffect(() => void askServerClock(serverClock), []);
  const isOpeningAhead = (votingSpan(now.schedule)?.opensAtMs ?? 0) > now.nowMs;
  const open = polled.answer.proposals.filter(({ end }) => end === null);
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-[65ch]">
        <h1 className="text-xl font-bold">{t('title')}</h1>
        <p className="text-ink-soft">{t('text')}</p>
      </div>
      {polled.lostAtMs !== null && (
        <p role="status" className="border-l-4 border-critical py-1 pl-3 text-sm">
          {t('lost', { when: format.clock(electionNowMs(polled.answer.clock, polled.lostAtMs), now.nowMs) })}
        </p>
      )}
      <div role="status" className="empty:hidden">
        {acts.news && (
          <p className={`border-l-4 py-1 pl-3 ${acts.news.isRefusal ? 'border-critical' : 'border-resolved'}`}>
            {acts.news.text}
          </p>
        )}
      </div>
      <FailureText failure={acts.failure} />
      <InForce answer={polled.answer} now={now} format={format} />
      {open.length > 0 && (
        <section aria-labelledby="open" className="flex flex-col gap-3">
          <h2 id="open" className="text-lg font-semibold">
            {t('open')}
          </h2>
          {open.map((proposal) => (
            <ProposalCard key={proposal.id} {...{ proposal, content, now, acts, format }} />
          ))}
        </section>
      )}
      {initial.mayPropose && !now.isReleased && (
        <Panel title={t('form.title')}>
          <div className="flex flex-wrap gap-3">
            {kinds.map((each) => (
              <Button
                key={each}
                aria-expanded={each === kind}
                className="aria-expanded:border-ink aria-expanded:bg-turnout-0"
                onClick={() => setKind(each === kind ? null : each)}
              >
                {t(`form.kind.${each === 'window' && isOpeningAhead ? 'times' : each}`)}
              </Button>
            ))}
          </div>
          {kind && <ProposeForm key={kind} {...{ kind, content, now, acts, format }} onDone={() => setKind(null)} />}
        </Panel>
      )}
      <ScheduleHistory answer={polled.answer} format={format} />
    </div>
  );
}
