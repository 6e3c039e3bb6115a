import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/console/Button.tsx';
import { FailureText } from '#components/console/FailureText.tsx';
import { fieldOf } from '#components/console/readForm.ts';
import { useSend } from '#components/console/useSend.ts';
import type { Format } from '#components/format/useFormat.ts';
import type { Webhook } from '#domain/webhooks/webhook.ts';
import { AddressField, useInputFault } from './AddressField.tsx';
import { webhooksPath } from './content.ts';
import { EventChoice } from './EventChoice.tsx';

interface Props {
  /** As it is now. */
  webhook: Webhook;
  format: Format;
  onChanged(): void;
  onClose(): void;
}

/** Another address or other events, without a new secret. Whoever is late is told who was first, and begins from what is there. */
export function ChangeWebhookForm({ webhook, format, onChanged, onClose }: Props) {
  const t = useTranslations('webhooks.change');
  const tFaults = useTranslations('webhooks.faults');
  const sending = useSend();
  const [seen, setSeen] = useState(webhook);
  const change = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const answer = await sending.send('PUT', `${webhooksPath}/${webhook.id}`, {
      url: fieldOf(form, 'url'),
      events: new FormData(form).getAll('events'),
      rowVersion: seen.rowVersion,
    });
    onChanged();
    if (answer) onClose();
  };
  const { changed } = webhook;
  const isOvertaken = webhook.rowVersion !== seen.rowVersion && changed !== null;
  const means = { conflict: tFaults('taken'), ...useInputFault(sending.failure) };
  const wasLate = sending.failure?.message?.startsWith('changed') ?? false;
  return (
    <div className="flex flex-col gap-5 rounded border border-hairline p-4">
      <form key={seen.rowVersion} onSubmit={(event) => void change(event)} className="flex flex-col gap-5">
        <AddressField url={seen.url} />
        <EventChoice chosen={seen.events} />
        <p className="max-w-[65ch] text-sm text-ink-soft">{t('text')}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="main" type="submit" disabled={sending.isSending || isOvertaken}>
            {t('save')}
          </Button>
          <Button onClick={onClose}>{t('leave')}</Button>
        </div>
      </form>
      {!wasLate && <FailureText failure={sending.failure} means={means} />}
      <div role="alert" className="empty:-mt-5">
        {isOvertaken && (
          <div className="flex flex-col items-start gap-3 border-l-4 border-critical py-1 pl-3">
            <p className="max-w-[65ch]">
              {t('overtaken', { name: changed.by, when: format.clock(Date.parse(changed.at), Date.now()) })}
            </p>
            <Button onClick={() => setSeen(webhook)}>{t('anew')}</Button>
          </div>
        )}
      </div>
    </div>
  );
}
