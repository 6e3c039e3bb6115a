import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { Election } from '#domain/election.ts';
import { type Language, languages } from '#domain/languages.ts';

interface Description {
  language: Language;
  title: string;
  description: string;
  /** Behind the language; empty for the first page. */
  path: string;
  /** Where there is an Atom feed of what the page tells. */
  feed?: string;
}

/** What search engines and tabs are told of a public page. A rehearsal says so, and is not to be found. */
export async function describePage(
  { names, isTest }: Pick<Election, 'names' | 'isTest'>,
  { language, title, description, path, feed }: Description,
): Promise<Metadata> {
  const t = await getTranslations('site');
  const whole = `${title} · ${names[language]}`;
  return {
    title: isTest ? t('rehearsal.title', { title: whole }) : whole,
    description,
    alternates: {
      canonical: `/${language}${path}`,
      languages: {
        ...Object.fromEntries(languages.map((other) => [other, `/${other}${path}`])),
        'x-default': path || '/',
      },
      ...(feed ? { types: { 'application/atom+xml': feed } } : {}),
    },
    robots: isTest ? { index: false } : null,
  };
}
