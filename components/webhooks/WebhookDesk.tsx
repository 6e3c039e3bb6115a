'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Panel } from '#components/console/Panel.tsx';
import { useFormat } from '#components/format/useFormat.ts';
import type { Webhook } from '#domain/webhooks/webhook.ts';
import { AddWebhookForm } from './AddWebhookForm.tsx';
import { type WebhookList, webhooksPath } from './content.ts';
import { useAgain } from './useAgain.ts';
import { WebhookItem } from './WebhookItem.tsx';

interface Props {
  initial: Webhook[];
  timeZone: string;
  mayWrite: boolean;
}

/** The servers that are told what is public: how they fare, what is done to them, a new one. */
export function WebhookDesk({ initial, timeZone, mayWrite }: Props) {
  const t = useTranslations('webhooks');
  const format = useFormat(timeZone);
  const list = useAgain<WebhookList>(webhooksPath, { webhooks: initial });
  const [openId, setOpenId] = useState<number | null>(null);
  const { webhooks } = list.answer;
  return (
    <div className="flex flex-col gap-6">
      <div className="max-w-[65ch]">
        <h1 className="text-xl font-bold">{t('title')}</h1>
        <p className="mt-1 text-ink-soft">{t('text')}</p>
        <p className="mt-1 text-sm text-ink-soft">{t('howTo', { zone: format.zoneName })}</p>
      </div>
      <Panel title={t('list')}>
        <div role="status" className="empty:-mt-4">
          {list.lostAtMs !== null && (
            <p className="border-l-4 border-incident py-1 pl-3">
              {t('lost', { when: format.clock(list.lostAtMs, Date.now()) })}
            </p>
          )}
        </div>
        {webhooks.length === 0 && <p className="text-ink-soft">{t('empty')}</p>}
        <ul className="-my-4 flex flex-col divide-y divide-hairline empty:hidden">
          {webhooks.map((webhook) => (
            <WebhookItem
              key={webhook.id}
              webhook={webhook}
              format={format}
              mayWrite={mayWrite}
              isOpen={webhook.id === openId}
              onOpen={(isOpen) => setOpenId(isOpen ? webhook.id : null)}
              onChanged={list.refresh}
            />
          ))}
        </ul>
      </Panel>
      {mayWrite && <AddWebhookForm onAdded={list.refresh} />}
    </div>
  );
}
