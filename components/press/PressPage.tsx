import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import { ApiSection } from './ApiSection.tsx';
import type { PressContent } from './content.ts';
import { EditionList } from './EditionList.tsx';
import { EmbedSection } from './EmbedSection.tsx';
import { FileList } from './FileList.tsx';
import { Section } from './Section.tsx';
import { Standing } from './Standing.tsx';

/** What the press gets, and under which address. */
export function PressPage({ content }: { content: PressContent }) {
  const t = useTranslations('press');
  const format = useFormat(content.election.timeZone);
  const feed = (chunks: React.ReactNode) => (
    <a className="link" href="/api/v1/feed.atom" type="application/atom+xml">
      {chunks}
    </a>
  );
  return (
    <main id="content" className="container-page grid grid-cols-1 gap-4 pb-12 sm:gap-6 lg:grid-cols-12">
      <div className="py-2 lg:col-span-12">
        <h1 className="text-xl leading-tight font-bold">{t('title')}</h1>
        <p className="mt-2 max-w-[65ch]">{t('lead')}</p>
      </div>
      <Standing content={content} format={format} />
      <FileList content={content} format={format} />
      <Section id="verify" title={t('verify.title')} className="lg:col-span-6">
        <p className="mt-2 max-w-[65ch]">{t('verify.text')}</p>
        <p className="mt-3">
          <a className="link font-medium" href={`/${format.language}/press/verify`}>
            {t('verify.link')}
          </a>
        </p>
      </Section>
      <Section id="follow" title={t('follow.title')} className="lg:col-span-6">
        <p className="mt-2 max-w-[65ch]">
          {t.rich('follow.text', { feed, message: () => <code>results:released</code> })}
        </p>
      </Section>
      <ApiSection limits={content.limits} format={format} />
      <EditionList editions={content.editions} format={format} />
      <EmbedSection choices={content.embeds} language={format.language} />
    </main>
  );
}
