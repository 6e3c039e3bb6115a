import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import { bundlePaths } from '#domain/results/bundlePaths.ts';
import type { PressEdition } from './content.ts';
import { editionBase } from './pressFiles.ts';
import { Section } from './Section.tsx';

/** Every released edition, the newest first: why it corrects the one before, who approved it, and what replaced it. */
export function EditionList({ editions, format }: { editions: readonly PressEdition[]; format: Format }) {
  const t = useTranslations('press.editions');
  const released = editions.filter(({ number }) => number > 0);
  return (
    <Section id="editions" title={t('title')}>
      {released.length === 0 && <p className="mt-2 max-w-[65ch]">{t('none')}</p>}
      <ol className="divide-y divide-hairline">
        {released.map((edition, index) => (
          <Edition key={edition.number} edition={edition} successor={released[index - 1] ?? null} format={format} />
        ))}
      </ol>
    </Section>
  );
}

interface EditionProps {
  edition: PressEdition;
  successor: PressEdition | null;
  format: Format;
}

function Edition({ edition, successor, format }: EditionProps) {
  const t = useTranslations('press.editions');
  const { number, releasedAt, reason, approvedBy, manifestHash } = edition;
  return (
    <li className="py-4 last:pb-0">
      <h3 className="font-semibold">
        {t('edition', { edition: String(number) })}
        <span className="font-normal text-ink-soft">
          , {successor ? t('superseded', { by: String(successor.number) }) : t('inForce')}
        </span>
      </h3>
      {releasedAt && <p>{t('released', { when: format.dayAndTime(Date.parse(releasedAt)) })}</p>}
      <dl className="mt-2 grid max-w-[65ch] gap-2 text-sm">
        {reason && (
          <div>
            <dt className="text-ink-soft">{t('reason')}</dt>
            <dd>{reason[format.language]}</dd>
          </div>
        )}
        <div>
          <dt className="text-ink-soft">{t('approvedBy')}</dt>
          <dd>{approvedBy.join(', ')}</dd>
        </div>
        <div>
          <dt className="text-ink-soft">{t('hash')}</dt>
          <dd className="break-all">
            <code>{manifestHash}</code>
          </dd>
        </div>
      </dl>
      <p className="mt-2 flex flex-wrap gap-x-6">
        <a className="link py-1" href={editionBase(number) + bundlePaths.bundle}>
          {t('bundle')}
        </a>
        {number > 1 && (
          <a className="link py-1" href={`${editionBase(number)}changes.json`}>
            {t('changes')}
          </a>
        )}
      </p>
    </li>
  );
}
