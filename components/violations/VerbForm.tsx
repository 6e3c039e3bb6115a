'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/console/Button.tsx';
import { useSend } from '#components/console/useSend.ts';
import type { CaseVerb } from '#domain/violations/allowedVerbs.ts';
import { CaseFailure } from './CaseFailure.tsx';
import type { CaseContent } from './content.ts';
import { DecideAppealFields } from './DecideAppealFields.tsx';
import { DecideFields } from './DecideFields.tsx';
import { readVerbForm } from './readVerbForm.ts';
import { VerbFields } from './VerbFields.tsx';

interface Props {
  content: CaseContent;
  verb: CaseVerb;
  onSending: (isSending: boolean) => void;
  onDone: () => void;
}

/** What is to be said with a step, sent for the version of the case that is shown. */
export function VerbForm({ content: { shown, verbs, commissions, unitCode }, verb, onSending, onDone }: Props) {
  const t = useTranslations('violations');
  const { send, isSending, failure } = useSend();
  const isPossible = verbs.includes(verb);
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
        onSending(true);
        const path = `/api/ops/violations/${shown.id}/${verb}`;
        const done = await send('POST', path, { rowVersion: shown.rowVersion, ...body });
        onSending(false);
        if (done) onDone();
      }}
    >
      {verb === 'decide' ? (
        <DecideFields hasCandidacy={shown.candidacyId !== null} unitCode={unitCode} />
      ) : verb === 'decide_appeal' ? (
        <DecideAppealFields />
      ) : (
        <VerbFields verb={verb} commissions={commissions} />
      )}
      <CaseFailure failure={failure} />
      {!isPossible && <p className="max-w-[65ch] border-l-4 border-critical py-1 pl-3 text-sm">{t('action.gone')}</p>}
      <Button look="main" type="submit" disabled={isSending || !isPossible} className="self-start">
        {t(`action.${verb}`)}
      </Button>
    </form>
  );
}
