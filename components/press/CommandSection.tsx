import { useTranslations } from 'next-intl';
import { bundleFolder, bundlePaths } from '#domain/results/bundlePaths.ts';
import { Commands } from './Commands.tsx';
import type { PressContent } from './content.ts';
import { editionBase } from './pressFiles.ts';
import { Section } from './Section.tsx';

/** Exact commands for the newest bundle, to be copied. */
export function CommandSection({ content }: { content: PressContent }) {
  const t = useTranslations('press.check.commands');
  const { board, editions } = content;
  const edition = editions[0]?.number ?? 0;
  const url = `{site}${editionBase(edition)}${bundlePaths.bundle}`;
  const steps = [
    {
      key: 'download',
      lines: [`curl -fO ${url}`, `unzip ${bundlePaths.bundle}`, `cd ${bundleFolder(board.electionId, edition)}`],
    },
    { key: 'hashes', lines: [`sha256sum --quiet -c ${bundlePaths.manifest}`] },
    {
      key: 'signature',
      lines: [
        'openssl pkeyutl -verify -rawin \\',
        `  -pubin -inkey ${bundlePaths.publicKey} \\`,
        `  -in ${bundlePaths.manifest} -sigfile ${bundlePaths.signature}`,
      ],
    },
    { key: 'key', lines: [`openssl pkey -pubin -in ${bundlePaths.publicKey} -outform DER | sha256sum`] },
  ] as const;
  const bundle = edition > 0 ? t('ofEdition', { edition: String(edition) }) : t('ofZeroFeed');
  return (
    <Section id="commands" title={t('title')}>
      <p className="mt-2 max-w-[65ch]">{t('lead', { bundle })}</p>
      {editions.length === 0 && <p className="mt-2 font-medium">{t('none')}</p>}
      <ol className="mt-4 flex list-decimal flex-col gap-4 pl-5">
        {steps.map(({ key, lines }) => (
          <li key={key} className="min-w-0">
            {t(key)}
            <Commands lines={lines} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
