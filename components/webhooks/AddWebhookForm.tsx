'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { FailureText } from '#components/console/FailureText.tsx';
import { Field } from '#components/console/Field.tsx';
import { Panel } from '#components/console/Panel.tsx';
import { fieldOf } from '#components/console/readForm.ts';
import { ShownOnce } from '#components/console/ShownOnce.tsx';
import { useSend } from '#components/console/useSend.ts';
import { longestUrl, mostWebhooks, wantedEvents } from '#domain/webhooks/webhook.ts';
import { eventKey, webhooksPath } from './content.ts';

/** A new webhook: its address, what it is told, and then its secret, once. */
export function AddWebhookForm({ onAdded }: { onAdded(): void }) {
  const t = useTranslations('webhooks');
  const sending = useSend();
  const id = useId();
  const [made, setMade] = useState<{ url: string; secret: string } | null>(null);

  const add = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const url = fieldOf(form, 'url');
    const events = new FormData(form).getAll('events');
    const answer = await sending.send<{ secret: string }>('POST', webhooksPath, { url, events });
    if (!answer) return;
    form.reset();
    setMade({ url, secret: answer.secret });
    onAdded();
  };
  const [field = '', reason = ''] = (sending.failure?.message ?? '').split(': ');
  const fault = field === 'url' && t.has(`faults.${reason}`) ? t(`faults.${reason}`) : null;
  const means = {
    conflict: t('faults.conflict', { most: String(mostWebhooks) }),
    ...(fault !== null ? { invalid_input: fault } : field === 'events' ? { invalid_input: t('faults.events') } : {}),
  };
  return (
    <Panel title={t('add')}>
      <form onSubmit={(event) => void add(event)} className="flex flex-col gap-5">
        <Field
          label={t('url')}
          hint={t('urlHint')}
          name="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          required
          maxLength={longestUrl}
          placeholder="https://receiver.example/hook"
        />
        <fieldset>
          <legend className="text-sm text-ink-soft">{t('events')}</legend>
          <ul className="mt-2 grid gap-x-8 gap-y-3 sm:grid-cols-2">
            {wantedEvents.map((type) => (
              <li key={type}>
                <label className="flex min-h-11 gap-3">
                  <input
                    type="checkbox"
                    name="events"
                    value={type}
                    defaultChecked
                    aria-describedby={`${id}-${type}`}
                    className="mt-0.5 size-5 shrink-0"
                  />
                  <span>
                    {t(`event.${eventKey(type)}.name`)}
                    <span id={`${id}-${type}`} className="block text-sm text-ink-soft">
                      {t(`event.${eventKey(type)}.text`)} <code className="block sm:inline">{type}</code>
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <Button look="main" type="submit" disabled={sending.isSending} className="self-start">
          {t('addButton')}
        </Button>
      </form>
      <FailureText failure={sending.failure} means={means} />
      {made && <ShownOnce title={t('secretTitle', { url: made.url })} text={t('secretText')} secret={made.secret} />}
    </Panel>
  );
}
