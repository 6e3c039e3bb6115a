'use client';

import { useTranslations } from 'next-intl';
import { Field, TextArea } from '#components/console/Field.tsx';
import { languages } from '#domain/languageCodes.ts';

/** Rule and reason in the three languages of the board. */
export function PublicTexts() {
  const t = useTranslations('violations');
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      {languages.map((language) => (
        <div key={language} className="flex flex-col gap-3">
          <Field
            label={t('decide.rule', { language: t(`languages.${language}`) })}
            name={`rule_${language}`}
            lang={language}
            required
            maxLength={500}
          />
          <TextArea
            label={t('decide.text', { language: t(`languages.${language}`) })}
            name={`text_${language}`}
            lang={language}
            required
            maxLength={1000}
          />
        </div>
      ))}
    </div>
  );
}
