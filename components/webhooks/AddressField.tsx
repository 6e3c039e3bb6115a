import { useTranslations } from 'next-intl';
import { Field } from '#components/console/Field.tsx';
import type { Failure } from '#components/console/useSend.ts';
import { longestUrl } from '#domain/webhooks/webhook.ts';

/** The address of a receiver, in the form's field `url`. */
export function AddressField({ url }: { url?: string }) {
  const t = useTranslations('webhooks');
  return (
    <Field
      label={t('url')}
      hint={t('urlHint')}
      name="url"
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      required
      maxLength={longestUrl}
      defaultValue={url}
      placeholder="https://receiver.example/hook"
    />
  );
}

/** What is wrong with the address or the events, where that is why nothing was done. */
export function useInputFault(failure: Failure | null): { invalid_input?: string } {
  const t = useTranslations('webhooks.faults');
  const [field = '', reason = ''] = (failure?.message ?? '').split(': ');
  if (field === 'url' && t.has(reason)) return { invalid_input: t(reason) };
  return field === 'events' ? { invalid_input: t('events') } : {};
}
