import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { PressContent } from './content.ts';
import { editionBase, newestBase, pressFiles, repeatedFiles } from './pressFiles.ts';
import { Section } from './Section.tsx';

/** The files of the newest edition under the addresses that always give the newest. */
export function FileList({ content, format }: { content: PressContent; format: Format }) {
  const t = useTranslations('press.files');
  const edition = content.editions[0]?.number ?? 0;
  return (
    <Section id="files" title={edition > 0 ? t('title', { edition: String(edition) }) : t('zeroTitle')}>
      <p className="mt-2 max-w-[65ch]">
        {t('lead')}{' '}
        {edition > 0 && t.rich('fixed', { path: () => <code className="break-all">{editionBase(edition)}…</code> })}{' '}
        {t('csv')}
      </p>
      <ul className="mt-4 divide-y divide-hairline border-y border-hairline">
        {pressFiles.map(({ key, path }) => (
          <li key={key} className="grid gap-x-6 gap-y-1 py-2 sm:grid-cols-[15rem_1fr_auto]">
            <a className="link justify-self-start py-1 font-medium" href={newestBase + path}>
              {path}
            </a>
            <span className="py-1 text-ink-soft">{t(key)}</span>
            <span className="py-1 tabular-nums sm:text-right">
              <Size bytes={content.sizes[path]} format={format} />
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        {t.rich('each', {
          contests: () => (
            <a className="link" href={`${newestBase}contests.json`}>
              contests.json
            </a>
          ),
        })}
      </p>
      <dl className="mt-2 text-sm">
        {repeatedFiles.map(({ key, path }) => (
          <div key={key} className="grid gap-x-6 py-1 sm:grid-cols-[15rem_1fr]">
            <dt>
              <code>{path}</code>
            </dt>
            <dd className="text-ink-soft">{t(key)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Size({ bytes, format }: { bytes: number | undefined; format: Format }) {
  const t = useTranslations('press.size');
  if (bytes === undefined) return null;
  if (bytes < 1_000) return t('bytes', { number: format.count(bytes) });
  if (bytes < 1_000_000) return t('kilobytes', { number: format.count(Math.round(bytes / 1_000)) });
  return t('megabytes', { number: format.count(Math.round(bytes / 100_000) / 10) });
}
