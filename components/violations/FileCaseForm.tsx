'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import type { PlaceChoice } from '#components/console/content.ts';
import { Choice, Field, TextArea } from '#components/console/Field.tsx';
import { Panel } from '#components/console/Panel.tsx';
import { fieldOf } from '#components/console/readForm.ts';
import { useSend } from '#components/console/useSend.ts';
import { intakeChannels, violationCategories } from '#domain/violations/caseWords.ts';
import { CandidacyField } from './CandidacyField.tsx';
import { CaseFailure } from './CaseFailure.tsx';
import { CasePlaceFields } from './CasePlaceFields.tsx';

interface Props {
  places: readonly PlaceChoice[];
  /** The reader's own; null is the whole country. */
  own: { regionCode: string | null; districtCode: string | null };
  countryCode: string;
}

/** A report into the register: short enough for a phone and a voice on the line. */
export function FileCaseForm({ places, own, countryCode }: Props) {
  const t = useTranslations('violations');
  const tCases = useTranslations('cases');
  const language = useLocale();
  const { send, isSending, failure } = useSend();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const firstUnit = own.districtCode ?? own.regionCode ?? countryCode;
  const [unit, setUnit] = useState(firstUnit);
  const [filed, setFiled] = useState<string | null>(null);
  return (
    <form
      // A new one after each report: its fields start anew.
      key={requestId}
      className="flex max-w-2xl flex-col gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const text = (name: string) => fieldOf(form, name).trim();
        const form = event.currentTarget;
        const answer = await send<{ id: string }>('POST', '/api/ops/violations', {
          requestId,
          channel: text('channel'),
          category: text('category'),
          unitCode: text('district') || text('region') || countryCode,
          candidacyId: text('candidacy') || null,
          summary: text('summary'),
          restricted: {
            reporter: text('reporter') || null,
            contacts: text('contacts') || null,
            accused: text('accused') || null,
          },
        });
        if (!answer) return;
        setFiled(answer.id);
        setRequestId(crypto.randomUUID());
        setUnit(firstUnit);
      }}
    >
      <div role="status">
        {filed !== null && (
          <p className="border-l-4 border-resolved py-1 pl-3">
            <a className="link" href={`/${language}/console/violations/${filed}`}>
              {t('fileForm.filed', { id: filed })}
            </a>
          </p>
        )}
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice label={t('fileForm.category')} name="category" required defaultValue="">
          <option value="" disabled />
          {violationCategories.map((category) => (
            <option key={category} value={category}>
              {tCases(`category.${category}`)}
            </option>
          ))}
        </Choice>
        <Choice label={t('fileForm.channel')} name="channel">
          {intakeChannels.map((channel) => (
            <option key={channel} value={channel}>
              {t(`channel.${channel}`)}
            </option>
          ))}
        </Choice>
        <CasePlaceFields places={places} own={own} onUnit={(code) => setUnit(code ?? countryCode)} />
      </div>
      <TextArea
        label={t('fileForm.summary')}
        hint={t('fileForm.summaryHint')}
        name="summary"
        required
        maxLength={4000}
        rows={4}
      />
      <CandidacyField key={unit} label={t('fileForm.candidacy')} unitCode={unit} />
      <Panel title={t('restricted.title')}>
        <p className="text-sm text-ink-soft">{t('restricted.text')}</p>
        <Field label={t('restricted.reporter')} name="reporter" maxLength={500} autoComplete="off" />
        <Field label={t('restricted.contacts')} name="contacts" maxLength={500} autoComplete="off" />
        <Field label={t('restricted.accused')} name="accused" maxLength={500} autoComplete="off" />
      </Panel>
      <CaseFailure failure={failure} />
      <Button look="main" type="submit" disabled={isSending} className="self-start">
        {t('fileForm.button')}
      </Button>
    </form>
  );
}
