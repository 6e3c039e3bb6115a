'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/console/Button.tsx';
import { usePolledAnswer } from '#components/console/usePolledAnswer.ts';
import { useFormat } from '#components/format/useFormat.ts';
import type { CaseDetail } from '#domain/violations/staffCase.ts';

interface Props {
  shown: CaseDetail;
  timeZone: string;
  nowMs: number;
  /** While a change of the reader's own is under way, which is no news. */
  isBusy: boolean;
  onReload: () => void;
}

/** Says that somebody changed the case since the page was made; what the reader writes stays until it is reloaded, and after. */
export function ChangedMeanwhile({ shown, timeZone, nowMs, isBusy, onReload }: Props) {
  const t = useTranslations('violations.changed');
  const tCases = useTranslations('cases');
  const format = useFormat(timeZone);
  const { answer } = usePolledAnswer(shown, `/api/ops/violations/${shown.id}`);
  const isNews = answer.rowVersion > shown.rowVersion && !isBusy;
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-4 z-10 flex justify-center">
      {isNews && (
        <div className="pointer-events-auto flex flex-wrap items-center gap-x-6 gap-y-2 rounded border border-ink bg-surface px-4 py-3">
          <p className="max-w-[65ch]">
            {t('text', {
              name: answer.changedBy,
              time: format.clock(Date.parse(answer.changedAt), nowMs),
              state: tCases(`state.${answer.state}`),
            })}
          </p>
          <Button look="main" onClick={onReload}>
            {t('show')}
          </Button>
        </div>
      )}
    </div>
  );
}
