import { useTranslations } from 'next-intl';
import { Panel } from '#components/console/Panel.tsx';
import type { Format } from '#components/format/useFormat.ts';
import type { ReleaseDesk } from '#domain/results/releaseDesk.ts';
import { listMissingApprovers } from './releaseSteps.ts';
import { TimeLeft } from './TimeLeft.tsx';

interface Props {
  desk: ReleaseDesk;
  nowMs: number;
  format: Format;
}

/** What remains to be done and by whom, and how long until the release. */
export function NextStep({ desk, nowMs, format }: Props) {
  const t = useTranslations('release.next');
  const { publishAt, draft, clock } = desk;
  const isStopped = draft?.state === 'objected' || draft?.state === 'out of date';
  const leftMs = publishAt === null ? 0 : Date.parse(publishAt) - nowMs;
  const isStanding = clock.mode === 'rehearsal' && clock.speed === 0;
  return (
    <Panel title={t('title')}>
      <WhatRemains desk={desk} nowMs={nowMs} format={format} />
      {draft?.state !== 'released' && (
        <div className="border-t border-hairline pt-4">
          <p>
            {publishAt === null
              ? t('noTime')
              : t(leftMs > 0 ? 'due' : 'late', { when: format.dayAndTime(Date.parse(publishAt)) })}{' '}
            {publishAt !== null && <span className="text-ink-soft">({format.zoneName})</span>}
          </p>
          {leftMs > 0 && !isStopped && <TimeLeft leftMs={leftMs} note={t(isStanding ? 'standing' : 'moves')} />}
        </div>
      )}
    </Panel>
  );
}

function WhatRemains({ desk, nowMs, format }: Props) {
  const t = useTranslations('release.next');
  const { draft, closesAt, publishAt, counting } = desk;
  const when = (at: string | null) => (at === null ? '' : format.dayAndTime(Date.parse(at)));
  const missing = listMissingApprovers(desk);
  const counters = counting.length === 0 ? null : t('counting', { who: counting.join(', ') });
  if (!draft) {
    const isClosed = closesAt !== null && nowMs >= Date.parse(closesAt);
    return (
      <>
        <p className="max-w-[65ch]">
          {t(isClosed ? 'count' : closesAt === null ? 'noWindow' : 'wait', { when: when(closesAt) })}
        </p>
        {counters && <p className="max-w-[65ch]">{counters}</p>}
        <Missing needed={2} missing={missing} />
      </>
    );
  }
  switch (draft.state) {
    case 'sealed':
    case 'approved by one':
      return (
        <>
          <p className="max-w-[65ch] font-medium">{t(draft.state === 'sealed' ? 'approveTwo' : 'approveOne')}</p>
          <Missing needed={draft.state === 'sealed' ? 2 : 1} missing={missing} />
        </>
      );
    case 'ready':
      return <p className="max-w-[65ch] font-medium">{t(publishAt === null ? 'readyNoTime' : 'ready')}</p>;
    case 'objected':
    case 'out of date':
      return (
        <>
          <p className="max-w-[65ch] border-l-4 border-critical py-1 pl-3 font-medium">
            {t(draft.state === 'objected' ? 'objected' : 'outOfDate')}
          </p>
          <p className="max-w-[65ch]">{t('again')}</p>
          {counters && <p className="max-w-[65ch]">{counters}</p>}
        </>
      );
    case 'released':
      return <p className="max-w-[65ch]">{t('released', { number: String(draft.number) })}</p>;
  }
}

function Missing({ needed, missing }: { needed: number; missing: readonly string[] }) {
  const t = useTranslations('release.next');
  return (
    <>
      {missing.length > 0 && <p className="max-w-[65ch]">{t('approvers', { who: missing.join(', ') })}</p>}
      {missing.length < needed && <p className="max-w-[65ch] border-l-4 border-incident py-1 pl-3">{t('tooFew')}</p>}
    </>
  );
}
