'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { FailureText } from '#components/console/FailureText.tsx';
import type { Failure } from '#components/console/useSend.ts';
import { incidentCategoryList, severityList } from '#domain/incidents/categoryList.ts';
import { titleLength } from '#domain/incidents/listed.ts';
import type { IncidentDetail } from '#domain/incidents/staffIncident.ts';
import type { DeskContent } from '../content.ts';
import { changeIncident } from './changeIncident.ts';
import { PlaceField } from './PlaceField.tsx';
import { TextFields, writtenIn } from './TextFields.tsx';

interface Props {
  dialogRef: React.RefObject<HTMLDialogElement | null>;
  actor: DeskContent['actor'];
  places: DeskContent['places'];
  onFiled(incident: IncidentDetail): void;
}

const chip =
  'flex min-h-11 cursor-pointer items-center justify-center rounded border border-field px-2 py-1 text-center leading-tight has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-voted';

/** What a duty officer fills in on a phone: system, severity, place, one sentence; all but the first and the last have a default. */
export function FileDialog({ dialogRef, actor, places, onFiled }: Props) {
  const t = useTranslations('incidents.file');
  const tStatus = useTranslations('status');
  const tAct = useTranslations('incidents.act');
  const form = useRef<HTMLFormElement>(null);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const send = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const unit = String(fields.get('unit') ?? '');
    setSending(true);
    const outcome = await changeIncident('', {
      category: fields.get('category'),
      severity: fields.get('severity'),
      title: writtenIn(event.currentTarget) ?? {},
      unitCodes: unit === '' ? [] : [unit],
      isPublic: fields.get('isPublic') === 'on',
    });
    setSending(false);
    setFailure(outcome.isDone ? null : outcome.failure);
    if (!outcome.isDone) return;
    form.current?.reset();
    dialogRef.current?.close();
    onFiled(outcome.incident);
  };
  return (
    <dialog
      ref={dialogRef}
      aria-labelledby="file-title"
      className="m-auto max-h-dvh w-full max-w-none border-hairline bg-paper p-4 text-ink backdrop:bg-black/50 sm:max-w-xl sm:rounded-lg sm:border sm:p-6"
    >
      <form ref={form} onSubmit={(event) => void send(event)} className="flex flex-col gap-4">
        <div className="flex items-center justify-between gap-3">
          <h2 id="file-title" className="text-lg font-semibold">
            {t('title')}
          </h2>
          <Button onClick={() => dialogRef.current?.close()}>{tAct('close')}</Button>
        </div>
        <fieldset>
          <legend className="text-sm text-ink-soft">{t('category')}</legend>
          <div className="mt-1 grid grid-cols-2 gap-2 text-sm sm:grid-cols-3">
            {incidentCategoryList.map((category) => (
              <label key={category} className={chip}>
                <input type="radio" name="category" value={category} required className="sr-only" />
                {tStatus(`category.${category}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <fieldset>
          <legend className="text-sm text-ink-soft">{t('severity')}</legend>
          <div className="mt-1 grid grid-cols-3 gap-2 text-sm">
            {severityList.map((severity) => (
              <label key={severity} className={`${chip} flex-col`}>
                <input
                  type="radio"
                  name="severity"
                  value={severity}
                  defaultChecked={severity === 'major'}
                  className="sr-only"
                />
                <span className="font-medium">{tStatus(`severity.${severity}`)}</span>
                <span>{t(`severityHint.${severity}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <PlaceField actor={actor} places={places} label={t('where')} />
        <TextFields label={t('what')} otherLabel={t('languages')} rows={2} maxLength={titleLength} required />
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" name="isPublic" defaultChecked className="size-5" />
          {t('forPublic')}
        </label>
        <div className="sticky -bottom-4 flex flex-col gap-4 -mx-4 -mb-4 border-t border-hairline bg-paper p-4 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6">
          <FailureText failure={failure} />
          <Button look="main" type="submit" disabled={isSending} className="w-full">
            {t('send')}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
