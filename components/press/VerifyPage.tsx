import { NextIntlClientProvider, useMessages, useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import { CommandSection } from './CommandSection.tsx';
import type { PressContent } from './content.ts';
import { KeySection } from './KeySection.tsx';
import { Section } from './Section.tsx';
import { VerifyBundle } from './VerifyBundle.tsx';

/** How to check a bundle: here, or with programs that everybody has. */
export function VerifyPage({ content }: { content: PressContent }) {
  const t = useTranslations('press.check');
  const { format: formatTexts, press } = useMessages();
  const { election, keys } = content;
  const format = useFormat(election.timeZone);
  return (
    <main id="content" className="container-page grid grid-cols-1 gap-4 pb-12 sm:gap-6 lg:grid-cols-12">
      <div className="py-2 lg:col-span-12">
        <p className="text-sm">
          <a className="link inline-block py-1" href={`/${format.language}/press`}>
            {t('back')}
          </a>
        </p>
        <h1 className="text-xl leading-tight font-bold">{t('title')}</h1>
        <p className="mt-2 max-w-[65ch]">{t('lead')}</p>
      </div>
      <KeySection keys={keys} />
      <Section id="browser" title={t('browser.title')} className="lg:col-span-6">
        <p className="mt-2 max-w-[65ch]">{t('browser.lead')}</p>
        <noscript>
          <p className="mt-2">{t('browser.noScript')}</p>
        </noscript>
        <NextIntlClientProvider messages={{ format: formatTexts, press }}>
          <VerifyBundle
            keys={keys.map(({ id, publicKeyPem }) => ({ id, publicKeyPem }))}
            electionId={election.id}
            electionNames={election.names}
            timeZone={election.timeZone}
          />
        </NextIntlClientProvider>
      </Section>
      <CommandSection content={content} />
      <Section id="tool" title={t('tool.title')}>
        <p className="mt-2 max-w-[65ch]">{t('tool.lead')}</p>
        <pre className="mt-2 rounded bg-turnout-0 p-3 text-sm wrap-anywhere whitespace-pre-wrap">
          <code>npm run verify-bundle bundle.zip</code>
        </pre>
      </Section>
    </main>
  );
}
