'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { Panel } from '#components/console/Panel.tsx';
import { useSend } from '#components/console/useSend.ts';
import type { CaseVerb } from '#domain/violations/allowedVerbs.ts';
import { CaseFailure } from './CaseFailure.tsx';
import type { CaseContent } from './content.ts';
import { DecideAppealFields } from './DecideAppealFields.tsx';
import { DecideFields } from './DecideFields.tsx';
import { readVerbForm } from './readVerbForm.ts';
import { VerbFields } from './VerbFields.tsx';

/** What the reader may do next: a button each, and under it the form of the chosen one. */
export function CaseActions(content: CaseContent) {
  const { shown, verbs, commissions } = content;
  const t = useTranslations('violations.action');
  const [chosen, setChosen] = useState<CaseVerb | null>(null);
  // A case that others changed may leave the chosen one behind.
  const verb = chosen && verbs.includes(chosen) ? chosen : null;
  const isClosed = shown.state === 'decided' || shown.state === 'duplicate';
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
            aria-expanded={each === verb}
            onClick={() => setChosen(each === verb ? null : each)}
          >
            {t(each)}
          </Button>
        ))}
      </div>
      {verb && <VerbForm key={`${verb} ${shown.rowVersion}`} shown={shown} verb={verb} commissions={commissions} />}
    </Panel>
  );
}

function VerbForm({ shown, verb, commissions }: Pick<CaseContent, 'shown' | 'commissions'> & { verb: CaseVerb }) {
  const t = useTranslations('violations');
  const router = useRouter();
  const { send, isSending, failure } = useSend();
  const ask = (body: Record<string, unknown>) => {
    if (verb === 'decide')
      return window.confirm(t(body.measure === 'removal' ? 'decide.confirmRemoval' : 'decide.confirmText'));
    return verb !== 'decide_appeal' || window.confirm(t('decide.confirmText'));
  };
  return (
    <form
      className="flex flex-col gap-4 border-t border-hairline pt-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const body = readVerbForm(event.currentTarget, verb, commissions);
        if (!ask(body)) return;
        const done = await send('POST', `/api/ops/violations/${shown.id}/${verb}`, {
          rowVersion: shown.rowVersion,
          ...body,
        });
        if (done) router.refresh();
      }}
    >
      {verb === 'decide' ? (
        <DecideFields hasCandidacy={shown.candidacyId !== null} />
      ) : verb === 'decide_appeal' ? (
        <DecideAppealFields />
      ) : (
        <VerbFields verb={verb} commissions={commissions} />
      )}
      <CaseFailure failure={failure} />
      <Button look="main" type="submit" disabled={isSending} className="self-start">
        {t(`action.${verb}`)}
      </Button>
    </form>
  );
}
