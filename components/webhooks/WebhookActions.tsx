import { useTranslations } from 'next-intl';
import { Button } from '#components/console/Button.tsx';
import { ConfirmButton } from '#components/console/ConfirmButton.tsx';
import { rotationHours, type Webhook } from '#domain/webhooks/webhook.ts';

export type WebhookVerb = 'ping' | 'rotate' | 'disable' | 'enable' | 'remove';

interface Props {
  webhook: Webhook;
  isSending: boolean;
  isChanging: boolean;
  onChange(): void;
  act(verb: WebhookVerb): void;
}

export function WebhookActions({ webhook, isSending, isChanging, onChange, act }: Props) {
  const t = useTranslations('webhooks.act');
  const { url, off } = webhook;
  const asked = (verb: 'rotate' | 'disable' | 'remove') => (
    <ConfirmButton
      label={t(verb)}
      text={t(`${verb}Text`, { url, hours: String(rotationHours) })}
      yes={t(`${verb}Yes`)}
      isGrave={verb !== 'rotate'}
      disabled={isSending}
      onConfirm={() => act(verb)}
    />
  );
  return (
    <>
      {off ? (
        <Button disabled={isSending} onClick={() => act('enable')}>
          {t('enable')}
        </Button>
      ) : (
        <Button disabled={isSending} onClick={() => act('ping')}>
          {t('ping')}
        </Button>
      )}
      <Button aria-expanded={isChanging} onClick={onChange}>
        {t('change')}
      </Button>
      {asked('rotate')}
      {off ? asked('remove') : asked('disable')}
    </>
  );
}
