'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Choice, Field } from '#components/console/Field.tsx';
import { measures, verdicts } from '#domain/violations/caseWords.ts';
import { CandidacyField } from './CandidacyField.tsx';
import { PublicTexts } from './PublicTexts.tsx';

const treatments = ['counted', 'annulled', 'pending'] as const;

interface Props {
  /** Whether the case names one; else the decision does where it concerns one. */
  hasCandidacy: boolean;
  unitCode: string;
}

/** A decision; it offers only what fits together. */
export function DecideFields({ hasCandidacy, unitCode }: Props) {
  const t = useTranslations('violations.decide');
  const tCases = useTranslations('cases');
  const [verdict, setVerdict] = useState('confirmed');
  const [measure, setMeasure] = useState('warning');
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
            {measures.map((each) => (
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
        {isConfirmed && !hasCandidacy && (measure === 'removal' || measure === 'annulment') && (
          <CandidacyField label={t('candidacy')} unitCode={unitCode} isRequired />
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
