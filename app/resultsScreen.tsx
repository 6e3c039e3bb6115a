import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ContestPage, DistrictPage, RegionPage, SummaryPage, WaitingPage } from '#components/live/ResultsPage.tsx';
import { Unavailable } from '#components/ui/Unavailable.tsx';
import type { Election } from '#domain/election.ts';
import { NotFound } from '#domain/errors.ts';
import { findLanguage, languageOr } from '#domain/languageCodes.ts';
import { describePage } from './describePage.ts';
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
  return describeResultsPage(page.content.election, {
    lang,
    title: names ? t('titleOf', { unit: names[language] }) : t('title'),
    path: `/results${paths[place.kind]}${own}`,
  });
}

/** As `describePage`, with the words and the feed that all pages of results share. */
export async function describeResultsPage(
  election: Pick<Election, 'names' | 'isTest'>,
  { lang, title, path }: { lang: string; title: string; path: string },
): Promise<Metadata> {
  const language = languageOr(lang);
  const t = await getTranslations('results');
  return describePage(election, {
    language,
    title,
    description: t('description'),
    path,
    feed: `/api/v1/feed.atom?lang=${language}`,
  });
}
