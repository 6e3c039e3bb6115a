import { NextIntlClientProvider, useMessages, useTranslations } from 'next-intl';
import { languageOr } from '#domain/languageCodes.ts';
import type { EmbedChoices } from './content.ts';
import { EmbedBuilder } from './EmbedBuilder.tsx';
import { Section } from './Section.tsx';

/** Figures for the pages of others. */
export function EmbedSection({ choices, language }: { choices: EmbedChoices; language: string }) {
  const t = useTranslations('press.embeds');
  const { press, site } = useMessages();
  return (
    <Section id="embeds" title={t('title')}>
      <p className="mt-2 max-w-[65ch]">{t('text')}</p>
      <NextIntlClientProvider messages={{ press: { embeds: press.embeds }, site }}>
        <EmbedBuilder {...choices} language={languageOr(language)} />
      </NextIntlClientProvider>
      <p className="mt-4">
        <a className="link font-medium" href={`/${language}/press/embeds`}>
          {t('list.link')}
        </a>
      </p>
    </Section>
  );
}
