'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Format } from '#components/format/useFormat.ts';
import { judgeChange, type ScheduleNow } from '#domain/schedule/judgeChange.ts';
import type { ScheduleProposal } from '#domain/schedule/proposal.ts';
import type { ScheduleContent } from './content.ts';
import { Effect } from './Effect.tsx';
import { ProposalActs } from './ProposalActs.tsx';
import { PublicPreview } from './PublicPreview.tsx';
import { useChangeTitle } from './useChangeTitle.ts';
import type { ScheduleActs } from './useScheduleActs.ts';

interface Props {
  proposal: ScheduleProposal;
  content: ScheduleContent;
  now: ScheduleNow;
  acts: ScheduleActs;
  format: Format;
}

/** A proposal that waits for a second person: what it does, what the public will read, and who has to act. */
export function ProposalCard({ proposal, content, now, acts, format }: Props) {
  const t = useTranslations('schedule.proposal');
  const titleOf = useChangeTitle();
  const id = useId();
  const { change, from, isOwn, proposedBy, proposedAt } = proposal;
  const fault = judgeChange(change, now, from?.announcedAt ?? null);
  const mayDecide = content.mayConfirm && !isOwn;
  const who = isOwn ? 'own' : mayDecide ? 'yours' : 'others';
  return (
    <article aria-labelledby={id} className="card flex flex-col gap-4 border-l-4 border-l-ink p-5 sm:p-6">
      <div>
        <h3 id={id} className="font-semibold">
          {titleOf(change)}
        </h3>
        <p className="text-sm text-ink-soft">
          {t('proposed', { id: proposal.id, name: proposedBy, when: format.dayAndTime(Date.parse(proposedAt)) })}
        </p>
      </div>
      <Effect change={change} now={now} fault={fault} format={format} />
      <PublicPreview
        announced={proposal}
        answer={content.answer}
        nowMs={now.nowMs}
        timeZone={content.timeZone}
        publicTexts={content.publicTexts}
      />
      <p className={who === 'yours' ? 'font-medium' : 'text-ink-soft'}>{t(fault ? `blocked.${who}` : `who.${who}`)}</p>
      <ProposalActs proposal={proposal} mayDecide={mayDecide} isBlocked={fault !== null} acts={acts} format={format} />
    </article>
  );
}
