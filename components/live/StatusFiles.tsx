'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { LiveAddress } from '#components/turnout/content.ts';
import { liveBase } from './liveAddress.ts';

const never = () => () => {};

/** The same as files; without a public address only the browser knows the host that the live one is on. */
export function StatusFiles({ address }: { address: LiveAddress }) {
  const t = useTranslations('status.files');
  const language = useLocale();
  const base = useSyncExternalStore(
    never,
    () => liveBase(address),
    () => address.url,
  );
  const path = '/live/status.json';
  return (
    <ul className="mt-1 flex flex-col gap-1">
      <li>
        {base === null ? (
          `${t('live')}: ${path}`
        ) : (
          <a className="link" href={base + path}>
            {t('live')}
          </a>
        )}
      </li>
      <li>
        <a className="link" href="/api/v2/summary.json">
          {t('summary')}
        </a>
      </li>
      <li>
        <a className="link" href={`/api/v2/incidents.atom?lang=${language}`}>
          {t('incidents')}
        </a>
      </li>
    </ul>
  );
}
