'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { FailureText } from '#components/console/FailureText.tsx';
import { Panel } from '#components/console/Panel.tsx';
import { fieldOf } from '#components/console/readForm.ts';
import { ShownOnce } from '#components/console/ShownOnce.tsx';
import { useSend } from '#components/console/useSend.ts';
import { mostWebhooks, wantedEvents } from '#domain/webhooks/webhook.ts';
import { AddressField, useInputFault } from './AddressField.tsx';
import { webhooksPath } from './content.ts';
import { EventChoice } from './EventChoice.tsx';

/** A new webhook: its address, what it is told, and then its secret, once. */
export function AddWebhookForm({ onAdded }: { onAdded(): void }) {
  const t = useTranslations('webhooks');
  const sending = useSend();
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
  const means = {
    conflict: t('faults.conflict', { most: String(mostWebhooks) }),
    ...useInputFault(sending.failure),
  };
  return (
    <Panel title={t('add')}>
      <form onSubmit={(event) => void add(event)} className="flex flex-col gap-5">
        <AddressField />
        <EventChoice chosen={wantedEvents} />
        <Button look="main" type="submit" disabled={sending.isSending} className="self-start">
          {t('addButton')}
        </Button>
      </form>
      <FailureText failure={sending.failure} means={means} />
      {made && <ShownOnce title={t('secretTitle', { url: made.url })} text={t('secretText')} secret={made.secret} />}
    </Panel>
  );
}
