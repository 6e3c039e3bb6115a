'use client';

import { useTranslations } from 'next-intl';
import { Field, TextArea } from '#components/console/Field.tsx';
import { fieldOf } from '#components/console/readForm.ts';
import { languages } from '#domain/languageCodes.ts';
import type { Names } from '#domain/languages.ts';
import { decidedByLength, reasonLength } from '#domain/schedule/lengths.ts';

/** Why and who decided, in the three languages that the public reads. */
export function AnnouncementFields({ decidedBy }: { decidedBy: Names | undefined }) {
  const t = useTranslations('schedule.form');
  const tIn = useTranslations('schedule.preview.in');
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      {languages.map((language) => (
        <fieldset key={language} className="flex min-w-0 flex-col gap-3">
          <legend className="mb-1 text-sm font-semibold">{tIn(language)}</legend>
          <TextArea
            label={t('reason')}
            name={`reason_${language}`}
            lang={language}
            required
            maxLength={reasonLength}
            rows={4}
          />
          <Field
            label={t('decidedBy')}
            name={`decidedBy_${language}`}
            lang={language}
            required
            maxLength={decidedByLength}
            defaultValue={decidedBy?.[language]}
          />
        </fieldset>
      ))}
    </div>
  );
}

/** What the fields say. */
export function readAnnouncement(form: HTMLFormElement): { reason: Names; decidedBy: Names } {
  const all = (name: string) => ({
    kk: fieldOf(form, `${name}_kk`).trim(),
    ru: fieldOf(form, `${name}_ru`).trim(),
    en: fieldOf(form, `${name}_en`).trim(),
  });
  return { reason: all('reason'), decidedBy: all('decidedBy') };
}
