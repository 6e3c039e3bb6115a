import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { failingDays, type Webhook, wantedEvents } from '#domain/webhooks/webhook.ts';
import { eventKey } from './content.ts';

type Health = 'fresh' | 'works' | 'failing' | 'off';

/** A shape and a colour for each, so that neither is alone. */
const marks: Record<Health, string> = {
  fresh: 'border-2 border-ink-soft rounded-full',
  works: 'bg-resolved rounded-full',
  failing: 'bg-incident rotate-45',
  off: 'hatch border border-ink-soft',
};

function healthOf({ off, failingSince, lastSuccessAt }: Webhook): Health {
  if (off) return 'off';
  if (failingSince !== null) return 'failing';
  return lastSuccessAt === null ? 'fresh' : 'works';
}

/** Where it is, how it fares and what it is told; `id` names its address to what stands beside it. */
export function WebhookFacts({ webhook, format, id }: { webhook: Webhook; format: Format; id: string }) {
  const t = useTranslations('webhooks');
  const { url, off, failingSince, lastSuccessAt, waiting, nextAttemptAt, oldSecretUntil } = webhook;
  const when = (instant: string) => format.clock(Date.parse(instant), Date.now());
  const days = String(failingDays);
  const health = healthOf(webhook);
  const facts = [
    off && t(`off.${off.reason}`, { when: when(off.at), name: off.by, days }),
    !off && failingSince !== null && t('failingSince', { when: when(failingSince), days }),
    lastSuccessAt !== null && t('lastSuccess', { when: when(lastSuccessAt) }),
    waiting > 0 &&
      nextAttemptAt !== null &&
      t('waiting', { count: waiting, number: format.count(waiting), when: when(nextAttemptAt) }),
    oldSecretUntil !== null && t('oldSecret', { when: when(oldSecretUntil) }),
    webhook.changed && t('changed', { when: when(webhook.changed.at), name: webhook.changed.by }),
    t('made', { when: when(webhook.createdAt), name: webhook.createdBy }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline justify-between gap-x-6">
        <span id={id} className="min-w-0 font-medium break-all">
          {url}
        </span>
        <span className="flex items-baseline gap-2 text-sm font-medium">
          <span aria-hidden className={`size-2.5 shrink-0 ${marks[health]}`} />
          {t(`state.${health}`)}
        </span>
      </p>
      <p className="mt-1 text-sm text-ink-soft">
        {webhook.events.length === wantedEvents.length
          ? t('everything')
          : webhook.events.map((type) => t(`event.${eventKey(type)}.name`)).join(' · ')}
      </p>
      <ul className="mt-1 text-sm text-ink-soft tabular-nums">
        {facts.map((fact) => (
          <li key={fact} className="first-letter:uppercase">
            {fact}
          </li>
        ))}
      </ul>
    </div>
  );
}
