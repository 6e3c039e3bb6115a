import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { FailureText } from '#components/console/FailureText.tsx';
import { ShownOnce } from '#components/console/ShownOnce.tsx';
import { useSend } from '#components/console/useSend.ts';
import type { Format } from '#components/format/useFormat.ts';
import { rotationHours, type Webhook } from '#domain/webhooks/webhook.ts';
import { ChangeWebhookForm } from './ChangeWebhookForm.tsx';
import { webhooksPath } from './content.ts';
import { DeliveryLog } from './DeliveryLog.tsx';
import { WebhookActions, type WebhookVerb } from './WebhookActions.tsx';
import { WebhookFacts } from './WebhookFacts.tsx';

interface Props {
  webhook: Webhook;
  format: Format;
  mayWrite: boolean;
  /** Whether its log is shown. */
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  onChanged(): void;
}

/** One webhook, how it fares, what can be done to it, and its log on demand. */
export function WebhookItem({ webhook, format, mayWrite, isOpen, onOpen, onChanged }: Props) {
  const t = useTranslations('webhooks');
  const sending = useSend();
  const id = useId();
  const [secret, setSecret] = useState<string | null>(null);
  const [isTested, setTested] = useState(false);
  const [isChanging, setChanging] = useState(false);
  const path = `${webhooksPath}/${webhook.id}`;
  const act = async (verb: WebhookVerb) => {
    setTested(false);
    const answer = await (verb === 'remove'
      ? sending.send<{ secret?: string }>('DELETE', path)
      : sending.send<{ secret?: string }>('POST', `${path}/${verb}`));
    onChanged();
    if (!answer) return;
    if (answer.secret !== undefined) setSecret(answer.secret);
    if (verb === 'ping') {
      setTested(true);
      onOpen(true);
    }
  };
  return (
    <li className="flex flex-col gap-4 py-5">
      <WebhookFacts webhook={webhook} format={format} id={id} />
      <div className="flex flex-wrap gap-2">
        {mayWrite && (
          <WebhookActions
            {...{ webhook, isChanging }}
            isSending={sending.isSending}
            onChange={() => setChanging(!isChanging)}
            act={(verb) => void act(verb)}
          />
        )}
        <button
          type="button"
          aria-expanded={isOpen}
          aria-describedby={id}
          className="link min-h-11 cursor-pointer px-2"
          onClick={() => onOpen(!isOpen)}
        >
          {t('log')}
        </button>
      </div>
      {isChanging && <ChangeWebhookForm {...{ webhook, format, onChanged }} onClose={() => setChanging(false)} />}
      <FailureText failure={sending.failure} means={{ conflict: t('faults.conflictHere') }} />
      <p role="status" className="text-sm text-resolved empty:hidden">
        {isTested ? t('sent') : ''}
      </p>
      {secret !== null && (
        <ShownOnce
          title={t('secretTitle', { url: webhook.url })}
          text={t('rotatedText', { hours: String(rotationHours) })}
          secret={secret}
        />
      )}
      {isOpen && <DeliveryLog webhook={webhook} format={format} mayWrite={mayWrite} />}
    </li>
  );
}
