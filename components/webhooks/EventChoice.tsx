import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { type WantedEvent, wantedEvents } from '#domain/webhooks/webhook.ts';
import { eventKey } from './content.ts';

/** What a webhook is told: a box each, in the form's field `events`. */
export function EventChoice({ chosen }: { chosen: readonly WantedEvent[] }) {
  const t = useTranslations('webhooks');
  const id = useId();
  return (
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
                defaultChecked={chosen.includes(type)}
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
  );
}
