'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { ConfirmButton } from '#components/console/ConfirmButton.tsx';
import { TextArea } from '#components/console/Field.tsx';
import { fieldOf } from '#components/console/readForm.ts';
import type { Format } from '#components/format/useFormat.ts';
import { noteLength } from '#domain/schedule/lengths.ts';
import type { ScheduleProposal } from '#domain/schedule/proposal.ts';
import { useChangeTitle } from './useChangeTitle.ts';
import type { ScheduleActs } from './useScheduleActs.ts';

interface Props {
  proposal: ScheduleProposal;
  mayDecide: boolean;
  /** Something stands in its way: it can be declined or withdrawn only. */
  isBlocked: boolean;
  acts: ScheduleActs;
  format: Format;
}

/** Confirming is asked twice, for nobody can unsay what the public has read. */
export function ProposalActs({ proposal, mayDecide, isBlocked, acts, format }: Props) {
  const t = useTranslations('schedule.act');
  const { id, change, from, isOwn } = proposal;
  const titleOf = useChangeTitle();
  const [isDeclining, setDeclining] = useState(false);
  const time = (instant: string) => format.dayAndTime(Date.parse(instant));
  const when = time(change.kind === 'window' ? change.closesAt : change.publishAt);
  const opens =
    change.kind === 'window' && from && 'opensAt' in from && from.opensAt !== change.opensAt
      ? time(change.opensAt)
      : null;
  if (isOwn)
    return (
      <div>
        <ConfirmButton
          label={t('withdraw')}
          text={t('withdrawText')}
          yes={t('withdraw')}
          disabled={acts.isSending}
          onConfirm={() => void acts.end(id, 'withdraw')}
        />
      </div>
    );
  if (!mayDecide) return null;
  return (
    <>
      <div className="flex flex-wrap gap-3">
        {!isBlocked && (
          <ConfirmButton
            label={t('confirm')}
            text={t(`confirmText.${opens === null ? change.kind : 'times'}`, {
              what: titleOf(change),
              opens: opens ?? '',
              when,
            })}
            yes={t('announceNow')}
            isGrave
            disabled={acts.isSending}
            onConfirm={() => void acts.end(id, 'confirm')}
          />
        )}
        <Button aria-expanded={isDeclining} onClick={() => setDeclining(!isDeclining)}>
          {t('decline')}
        </Button>
      </div>
      {isDeclining && (
        <form
          className="flex max-w-[65ch] flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void acts.end(id, 'decline', fieldOf(event.currentTarget, 'reason').trim());
          }}
        >
          <TextArea label={t('declineReason')} hint={t('declineHint')} name="reason" required maxLength={noteLength} />
          <Button type="submit" className="self-start" disabled={acts.isSending}>
            {t('declineNow')}
          </Button>
        </form>
      )}
    </>
  );
}
