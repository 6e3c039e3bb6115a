'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import type { TimelineText } from '#domain/incidents/incident.ts';
import { languageOr, languages } from '#domain/languageCodes.ts';

interface Props {
  label: string;
  /** Heads the other two languages, which are folded away. */
  otherLabel: string;
  rows: number;
  maxLength: number;
  required?: boolean;
  start?: TimelineText;
}

const box = 'mt-1 w-full rounded border border-field bg-surface px-3 py-2 text-base';

/** One text: in the reader's language, and in the others where somebody writes it. */
export function TextFields({ label, otherLabel, rows, maxLength, required = false, start }: Props) {
  const t = useTranslations('incidents.language');
  const own = languageOr(useLocale());
  const id = useId();
  const field = (language: (typeof languages)[number], text: string) => (
    <div key={language}>
      <label htmlFor={`${id}-${language}`} className="block text-sm text-ink-soft">
        {text}
      </label>
      <textarea
        id={`${id}-${language}`}
        name={`text-${language}`}
        lang={language}
        rows={rows}
        maxLength={maxLength}
        required={required && language === own}
        defaultValue={start?.[language] ?? ''}
        className={box}
      />
    </div>
  );
  return (
    <>
      {field(own, label)}
      <details>
        <summary className="w-fit cursor-pointer py-2 text-sm">{otherLabel}</summary>
        <div className="flex flex-col gap-3">
          {languages.filter((language) => language !== own).map((language) => field(language, t(language)))}
        </div>
      </details>
    </>
  );
}

/** What was written, by language; null where nothing was. */
export function writtenIn(form: HTMLFormElement): TimelineText | null {
  const fields = new FormData(form);
  const written = languages.flatMap((language) => {
    const text = fields.get(`text-${language}`);
    return typeof text === 'string' && text.trim() ? [[language, text.trim()] as const] : [];
  });
  return written.length > 0 ? Object.fromEntries(written) : null;
}
