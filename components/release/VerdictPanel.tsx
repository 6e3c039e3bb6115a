'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmButton } from '#components/console/ConfirmButton.tsx';
import { Field, TextArea } from '#components/console/Field.tsx';
import { Panel } from '#components/console/Panel.tsx';
import { useSend } from '#components/console/useSend.ts';
import type { Format } from '#components/format/useFormat.ts';
import type { ReleaseDesk, ShownDraft } from '#domain/results/releaseDesk.ts';
import { groupsOf } from './HashGroups.tsx';
import { VerdictFailure } from './VerdictFailure.tsx';

interface Props {
  draft: ShownDraft;
  publishAt: string | null;
  /** By the election's clock, epoch ms. */
  nowMs: number;
  format: Format;
  onDone(desk: ReleaseDesk): void;
  onRefused(): void;
}

/** An approver's word on the draft whose hash the person was told, not on whatever is there. */
export function VerdictPanel({ draft, publishAt, nowMs, format, onDone, onRefused }: Props) {
  const t = useTranslations('release.verdict');
  const sending = useSend();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const own = draft.verdicts.filter(({ isOwn }) => isOwn).map(({ verdict }) => verdict);
  const hash = typed.replaceAll(/\s/g, '').toLowerCase();
  const isHash = /^[0-9a-f]{12,64}$/.test(hash);
  const told = {
    number: String(draft.number),
    who: draft.sealedBy,
    sealed: format.dayAndTime(Date.parse(draft.sealedAt)),
    hash: groupsOf(hash).join(' '),
  };
  const then =
    publishAt === null
      ? t('approveNoTime')
      : t(Date.parse(publishAt) > nowMs ? 'approveDue' : 'approveNow', {
          when: format.dayAndTime(Date.parse(publishAt)),
        });
  const give = async (body: object) => {
    const desk = await sending.send<ReleaseDesk>('POST', '/api/ops/results', { hash, ...body });
    if (!desk) return onRefused();
    setTyped('');
    setReason('');
    onDone(desk);
  };
  return (
    <Panel title={t('title')}>
      <p className="max-w-[65ch]">{t('text')}</p>
      <Field
        label={t('hash')}
        hint={typed !== '' && !isHash ? t('hashShort') : t('hashHint')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        maxLength={200}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <VerdictFailure failure={sending.failure} />
      {own.includes('approved') ? (
        <p>{t('approvedAlready')}</p>
      ) : (
        <div>
          <ConfirmButton
            label={t('approve')}
            text={`${t('approveText', told)} ${then}`}
            yes={t('approveYes')}
            disabled={!isHash || sending.isSending}
            onConfirm={() => void give({ verdict: 'approved' })}
          />
        </div>
      )}
      <div className="flex flex-col gap-4 border-t border-hairline pt-4">
        <h3 className="font-semibold">{t('objectTitle')}</h3>
        <p className="max-w-[65ch]">{t('objectText')}</p>
        <TextArea
          label={t('reason')}
          hint={t('reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={1_000}
        />
        <div>
          <ConfirmButton
            label={t('object')}
            text={t('objectConfirm', told)}
            yes={t('objectYes')}
            isGrave
            disabled={!isHash || reason.trim() === '' || sending.isSending}
            onConfirm={() => void give({ verdict: 'objected', reason })}
          />
        </div>
      </div>
    </Panel>
  );
}
