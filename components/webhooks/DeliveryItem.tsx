import { useTranslations } from 'next-intl';
import { Button } from '#components/console/Button.tsx';
import type { Format } from '#components/format/useFormat.ts';
import type { Delivery, DeliveryState } from '#domain/webhooks/webhook.ts';
import { eventKey } from './content.ts';

interface Props {
  delivery: Delivery;
  format: Format;
  mayRedeliver: boolean;
  onRedeliver(): void;
}

const looks: Record<DeliveryState, string> = {
  pending: 'text-incident',
  delivered: 'text-resolved',
  failed: 'text-critical',
  cancelled: 'text-ink-soft',
};

/** One message: when, what, whether it arrived; behind a disclosure its bytes and every attempt. */
export function DeliveryItem({ delivery, format, mayRedeliver, onRedeliver }: Props) {
  const t = useTranslations('webhooks');
  const { type, at, state, attempts, nextAttemptAt, messageId, body } = delivery;
  const when = (instant: string) => format.clock(Date.parse(instant), Date.now());
  const [last] = attempts;
  // What arrived is seldom wanted again: the button stands behind the disclosure.
  const hasArrived = state === 'delivered';
  const again = mayRedeliver && (
    <Button className="mt-2" onClick={onRedeliver}>
      {t('redeliver')}
    </Button>
  );
  return (
    <li className="py-3 text-sm">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <time dateTime={at} className="tabular-nums">
          {when(at)}
        </time>
        <span className="font-medium">{t(`event.${eventKey(type)}.name`)}</span>
        <span className={looks[state]}>
          {t(`delivery.${state}`)}
          {last && last.status !== null && `, ${t('status', { status: String(last.status) })}`}
        </span>
        <span className="text-ink-soft">
          {[
            ...(last ? [t('attempts', { count: attempts.length, number: format.count(attempts.length) })] : []),
            ...(nextAttemptAt !== null ? [t('next', { when: when(nextAttemptAt) })] : []),
          ].join(', ')}
        </span>
      </p>
      <details className="mt-1">
        <summary className="w-fit cursor-pointer py-2 text-ink-soft">{t('payload')}</summary>
        <ul className="mt-1 flex flex-col gap-1 tabular-nums">
          {attempts.map((attempt) => (
            <li key={attempt.at} className="break-words">
              {t('attempt', {
                when: when(attempt.at),
                answer: attempt.status === null ? t('noAnswer') : t('status', { status: String(attempt.status) }),
                ms: format.count(attempt.durationMs),
              })}
              {attempt.error !== null && <span className="text-critical"> · {attempt.error}</span>}
              {attempt.excerpt !== null && <code className="block break-all text-ink-soft">{attempt.excerpt}</code>}
            </li>
          ))}
        </ul>
        <p className="mt-2">
          <code className="break-all text-ink-soft">{messageId}</code>
        </p>
        <pre className="mt-1 max-h-96 overflow-auto rounded border border-hairline bg-surface p-3 text-sm break-words whitespace-pre-wrap">
          {JSON.stringify(JSON.parse(body), null, 2)}
        </pre>
        {hasArrived && again}
      </details>
      {!hasArrived && again}
    </li>
  );
}
