'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '#components/console/Button.tsx';
import { Panel } from '#components/console/Panel.tsx';
import type { CaseVerb } from '#domain/violations/allowedVerbs.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import type { CaseContent } from './content.ts';
import { VerbForm } from './VerbForm.tsx';

/** What the reader may do next: a button each, and under it the form of the chosen one. */
export function CaseActions(content: CaseContent) {
  const { shown, verbs, timeZone, nowMs } = content;
  const t = useTranslations('violations.action');
  const router = useRouter();
  const [chosen, setChosen] = useState<CaseVerb | null>(null);
  const [isSending, setSending] = useState(false);
  const [isReloading, startReload] = useTransition();
  const isClosed = shown.state === 'decided' || shown.state === 'duplicate';
  const reload = () => startReload(() => router.refresh());
  return (
    <Panel title={t('title')}>
      {verbs.length === 0 && (
        <p className="text-ink-soft">{t('nothing', { why: t(isClosed ? 'closed' : 'elsewhere') })}</p>
      )}
      <div className="flex flex-wrap gap-3">
        {verbs.map((each, index) => (
          <Button
            key={each}
            look={index === 0 ? 'main' : 'plain'}
            aria-expanded={each === chosen}
            onClick={() => setChosen(each === chosen ? null : each)}
          >
            {t(each)}
          </Button>
        ))}
      </div>
      {chosen && (
        <VerbForm
          // The same form when the case changes: nothing that is written is lost.
          key={chosen}
          content={content}
          verb={chosen}
          onSending={setSending}
          onDone={() => {
            setChosen(null);
            reload();
          }}
        />
      )}
      <ChangedMeanwhile {...{ shown, timeZone, nowMs }} isBusy={isSending || isReloading} onReload={reload} />
    </Panel>
  );
}
