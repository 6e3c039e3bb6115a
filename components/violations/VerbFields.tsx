'use client';

import { useTranslations } from 'next-intl';
import { Choice, Field, TextArea } from '#components/console/Field.tsx';
import type { CaseVerb } from '#domain/violations/allowedVerbs.ts';
import type { NamedCommission } from './content.ts';

interface Props {
  verb: Exclude<CaseVerb, 'decide' | 'decide_appeal'>;
  commissions: readonly NamedCommission[];
}

/** What is to be said with a step that decides nothing. */
export function VerbFields({ verb, commissions }: Props) {
  const t = useTranslations('violations.action');
  return (
    <>
      {(verb === 'assign' || verb === 'transfer') && (
        <Choice label={t('commission')} name="commission" required>
          {commissions.map(({ name }, index) => (
            <option key={name} value={index}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      {verb === 'duplicate' && (
        <Field label={t('of')} name="of" required pattern="[Vv]-[0-9]{4,9}" placeholder="V-0001" autoComplete="off" />
      )}
      <TextArea
        label={t(verb === 'appeal' ? 'grounds' : verb === 'transfer' ? 'reason' : 'note')}
        name="note"
        maxLength={2000}
        required={verb === 'transfer'}
      />
    </>
  );
}
