import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ContestPage, DistrictPage, RegionPage, SummaryPage, WaitingPage } from '#components/live/ResultsPage.tsx';
import { Unavailable } from '#components/ui/Unavailable.tsx';
import { NotFound } from '#domain/errors.ts';
import { findLanguage } from '#domain/languageCodes.ts';
import { languages } from '#domain/languages.ts';
import { type ResultsPageContent, type ResultsPlace, readResultsPage } from './readResultsPage.ts';

/** A page of the results, or the page that waits for one. */
export async function ResultsScreen({ place }: { place: ResultsPlace }) {
  const content = await readResultsPage(place).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return content ? <Page {...content} /> : <Unavailable />;
}

function Page(page: ResultsPageContent) {
  const key = page.content.path;
  switch (page.kind) {
    case 'summary':
      return <SummaryPage key={key} content={page.content} />;
    case 'region':
      return <RegionPage key={key} content={page.content} />;
    case 'district':
      return <DistrictPage key={key} content={page.content} />;
    case 'contest':
      return <ContestPage key={key} content={page.content} />;
    case 'none':
      return <WaitingPage key={key} content={page.content} />;
  }
}

const paths = { summary: '', region: '/regions', district: '/districts', contest: '/contests' };

export async function describeResults(lang: string, place: ResultsPlace): Promise<Metadata> {
  const language = findLanguage(lang);
  const page = language && (await readResultsPage(place).catch(() => null));
  if (!page) return {};
  const t = await getTranslations('results');
  const { names } = page;
  const own = 'id' in place ? `/${place.id}` : 'code' in place ? `/${place.code}` : '';
  return describePage(page.content.election, {
    lang,
    title: names ? t('titleOf', { unit: names[language] }) : t('title'),
    path: `/results${paths[place.kind]}${own}`,
  });
}

interface Description {
  lang: string;
  title: string;
  /** Behind the language. */
  path: string;
}

/** What search engines and tabs are told of a page of the results. */
export async function describePage(
  election: ResultsPageContent['content']['election'],
  { lang, title, path }: Description,
): Promise<Metadata> {
  const language = findLanguage(lang) ?? 'kk';
  const t = await getTranslations();
  const whole = `${title} · ${election.names[language]}`;
  return {
    title: election.isTest ? t('site.rehearsal.title', { title: whole }) : whole,
    description: t('results.description'),
    alternates: {
      canonical: `/${language}${path}`,
      languages: { ...Object.fromEntries(languages.map((other) => [other, `/${other}${path}`])), 'x-default': path },
      types: { 'application/atom+xml': `/api/v1/feed.atom?lang=${language}` },
    },
    robots: election.isTest ? { index: false } : null,
  };
}
