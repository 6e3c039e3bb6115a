import { useTranslations } from 'next-intl';
import { Panel } from '#components/console/Panel.tsx';
import type { Format } from '#components/format/useFormat.ts';
import { editionBase } from '#components/press/pressFiles.ts';
import { bundlePaths } from '#domain/results/bundlePaths.ts';
import type { ReleasedEdition } from '#domain/results/releaseDesk.ts';

/** What was released so far, the newest first. */
export function EditionsReleased({ editions, format }: { editions: readonly ReleasedEdition[]; format: Format }) {
  const t = useTranslations('release.editions');
  return (
    <Panel title={t('title')}>
      {editions.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      <ul className="flex flex-col divide-y divide-hairline empty:hidden">
        {editions.map(({ number, releasedAt, approvedBy, reason }) => (
          <li key={number} className="py-3 first:pt-0 last:pb-0">
            <p className="font-medium">{t('name', { number: String(number) })}</p>
            <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">
              {t('released', { when: format.dayAndTime(Date.parse(releasedAt)) })} ·{' '}
              {t('approvedBy', { who: approvedBy.join(', ') })}
            </p>
            {reason && <p className="max-w-[65ch] text-sm">{reason[format.language]}</p>}
            <p className="flex flex-wrap gap-x-6">
              <a className="link py-2" href={editionBase(number) + bundlePaths.bundle}>
                {t('bundle')}
              </a>
              <a className="link py-2" href={`/${format.language}/press#editions`}>
                {t('press')}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
