import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureText } from '#components/console/FailureText.tsx';
import { useSend } from '#components/console/useSend.ts';
import type { Format } from '#components/format/useFormat.ts';
import { keptDays, keptDeliveries, type Webhook } from '#domain/webhooks/webhook.ts';
import { type DeliveryList, webhooksPath } from './content.ts';
import { DeliveryItem } from './DeliveryItem.tsx';
import { useAgain } from './useAgain.ts';

/** What was sent to a webhook, the newest first, and what came of it. */
export function DeliveryLog({ webhook, format, mayWrite }: { webhook: Webhook; format: Format; mayWrite: boolean }) {
  const t = useTranslations('webhooks');
  const sending = useSend();
  const [before, setBefore] = useState<number | null>(null);
  const path = `${webhooksPath}/${webhook.id}/deliveries${before === null ? '' : `?before=${before}`}`;
  const log = useAgain<DeliveryList | null>(path, null);
  const redeliver = async (id: number) => {
    await sending.send('POST', `${webhooksPath}/deliveries/${id}/redeliver`);
    log.refresh();
  };
  const oldest = log.answer?.deliveries.at(-1);
  return (
    <section aria-label={t('logOf', { url: webhook.url })} className="flex min-h-24 flex-col items-stretch gap-4">
      <FailureText failure={sending.failure} means={{ conflict: t('faults.conflictHere') }} />
      {log.answer?.deliveries.length === 0 && <p className="text-ink-soft">{t('logEmpty')}</p>}
      <ol className="flex flex-col divide-y divide-hairline border-y border-hairline empty:hidden">
        {log.answer?.deliveries.map((delivery) => (
          <DeliveryItem
            key={delivery.id}
            delivery={delivery}
            format={format}
            mayRedeliver={mayWrite && !webhook.off && !sending.isSending && delivery.state !== 'pending'}
            onRedeliver={() => void redeliver(delivery.id)}
          />
        ))}
      </ol>
      {log.answer?.isWhole && oldest && (
        <p className="text-sm text-ink-soft">
          {t('logKept', { days: String(keptDays), count: String(keptDeliveries) })}
        </p>
      )}
      {log.answer && !log.answer.isWhole && oldest && (
        <button type="button" className="link min-h-11 cursor-pointer self-start" onClick={() => setBefore(oldest.id)}>
          {t('logOlder')}
        </button>
      )}
    </section>
  );
}
