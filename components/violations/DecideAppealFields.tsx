'use client';

import { useTranslations } from 'next-intl';
import { Choice, Field } from '#components/console/Field.tsx';
import { PublicTexts } from './PublicTexts.tsx';

export function DecideAppealFields() {
  const t = useTranslations('violations');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('decide.number')} name="number" required maxLength={64} autoComplete="off" />
        <Choice label={t('decide.outcome')} name="outcome">
          <option value="upheld">{t('outcome.upheld')}</option>
          <option value="overturned">{t('outcome.overturned')}</option>
        </Choice>
      </div>
      <PublicTexts />
    </>
  );
}
