'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Choice, Field } from '#components/console/Field.tsx';
import { measures, verdicts } from '#domain/violations/caseWords.ts';
import { PublicTexts } from './PublicTexts.tsx';

const treatments = ['counted', 'annulled', 'pending'] as const;

/** A decision; it offers only what fits together. */
export function DecideFields({ hasCandidacy }: { hasCandidacy: boolean }) {
  const t = useTranslations('violations.decide');
  const tCases = useTranslations('cases');
  const [verdict, setVerdict] = useState('confirmed');
  const [measure, setMeasure] = useState('warning');
  const offered = measures.filter((each) => hasCandidacy || (each !== 'removal' && each !== 'annulment'));
  const isConfirmed = verdict === 'confirmed';
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('number')} name="number" required maxLength={64} autoComplete="off" />
        <Choice
          label={t('verdict')}
          name="verdict"
          value={verdict}
          onChange={(event) => setVerdict(event.target.value)}
        >
          {verdicts.map((each) => (
            <option key={each} value={each}>
              {tCases(`verdict.${each}`)}
            </option>
          ))}
        </Choice>
        {isConfirmed && (
          <Choice
            label={t('measure')}
            name="measure"
            value={measure}
            onChange={(event) => setMeasure(event.target.value)}
          >
            {offered.map((each) => (
              <option key={each} value={each}>
                {tCases(`measure.${each}`)}
              </option>
            ))}
          </Choice>
        )}
        {isConfirmed && measure === 'removal' && (
          <Choice label={t('votes')} name="votes">
            {treatments.map((each) => (
              <option key={each} value={each}>
                {t(`voteChoice.${each}`)}
              </option>
            ))}
          </Choice>
        )}
        {isConfirmed && measure === 'annulment' && <input type="hidden" name="votes" value="annulled" />}
      </div>
      {isConfirmed && measure === 'removal' && (
        <p className="max-w-[65ch] border-l-4 border-violation py-1 pl-3 text-sm">{t('public')}</p>
      )}
      <PublicTexts />
    </>
  );
}
