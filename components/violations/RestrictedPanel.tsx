'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { Field } from '#components/console/Field.tsx';
import { Panel } from '#components/console/Panel.tsx';
import { fieldOf } from '#components/console/readForm.ts';
import { useSend } from '#components/console/useSend.ts';
import { useFormat } from '#components/format/useFormat.ts';
import type { RestrictedFields } from '#domain/violations/requests.ts';
import { CaseFailure } from './CaseFailure.tsx';

const fields = ['reporter', 'contacts', 'accused'] as const;

/** Who reported and who is accused: fetched when asked for, never with the page. */
export function RestrictedPanel({ id, timeZone }: { id: string; timeZone: string }) {
  const t = useTranslations('violations.restricted');
  const format = useFormat(timeZone);
  const { send, isSending, failure } = useSend();
  const [seen, setSeen] = useState<{ restricted: RestrictedFields; atMs: number } | null>(null);
  const path = `/api/ops/violations/${id}/restricted`;
  const show = async () => {
    const restricted = await send<RestrictedFields>('POST', path);
    if (restricted) setSeen({ restricted, atMs: Date.now() });
  };
  return (
    <Panel title={t('title')}>
      <p className="max-w-[65ch] text-sm text-ink-soft">{t('text')}</p>
      <CaseFailure failure={failure} />
      {seen ? (
        <>
          <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
            {fields.map((field) => (
              <div key={field} className="sm:contents">
                <dt className="text-ink-soft">{t(field)}</dt>
                <dd className="break-words">{seen.restricted[field] ?? t('nothing')}</dd>
              </div>
            ))}
          </dl>
          <p className="text-sm text-ink-soft">{t('shown', { time: format.clock(seen.atMs, seen.atMs) })}</p>
          <details>
            <summary className="cursor-pointer py-2">{t('add')}</summary>
            <form
              className="mt-2 flex flex-col gap-3"
              onSubmit={async (event) => {
                event.preventDefault();
                const form = event.currentTarget;
                const more = Object.fromEntries(fields.map((field) => [field, fieldOf(form, field).trim() || null]));
                if (await send('PUT', path, more)) await show();
              }}
            >
              <p className="text-sm text-ink-soft">{t('addText')}</p>
              {fields.map((field) => (
                <Field key={field} label={t(field)} name={field} maxLength={500} autoComplete="off" />
              ))}
              <Button type="submit" disabled={isSending} className="self-start">
                {t('add')}
              </Button>
            </form>
          </details>
        </>
      ) : (
        <Button disabled={isSending} onClick={show} className="self-start">
          {t('button')}
        </Button>
      )}
    </Panel>
  );
}
