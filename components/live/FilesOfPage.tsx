'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { LiveAddress } from '#components/turnout/content.ts';
import type { Scope } from '#domain/board.ts';
import { boardPath, liveBase, seriesPath } from './liveAddress.ts';

const never = () => () => {};

/** The same figures as files; without a public address only the browser knows the host they are on. */
export function FilesOfPage({ address, scope }: { address: LiveAddress; scope: Scope }) {
  const t = useTranslations('site.footer');
  const base = useSyncExternalStore(
    never,
    () => liveBase(address),
    () => address.url,
  );
  const files = [
    { path: boardPath(scope), text: t('boardFile') },
    { path: seriesPath(scope), text: t('seriesFile') },
  ];
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {files.map(({ path, text }) => (
        <li key={path}>
          {base === null ? (
            `${text}: ${path}`
          ) : (
            <a className="link" href={base + path}>
              {text}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
