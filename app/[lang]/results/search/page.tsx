import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SearchPage } from '#components/live/ResultsTextPage.tsx';
import { Unavailable } from '#components/ui/Unavailable.tsx';
import { findLanguage } from '#domain/languageCodes.ts';
import { findElection } from '../../../readBoardPage.ts';
import { readTextPage } from '../../../readResultsPage.ts';
import { readSearch } from '../../../readSearch.ts';
import { describeResultsPage } from '../../../resultsScreen.tsx';

/** Its address holds what is searched: no page of it is kept. */
export const dynamic = 'force-dynamic';

type Props = PageProps<'/[lang]/results/search'>;

export async function generateMetadata({ params }: Props) {
  const { lang } = await params;
  const election = findLanguage(lang) && (await findElection());
  if (!election) return {};
  const t = await getTranslations('results');
  return describeResultsPage(election, { lang, title: t('search.title'), path: '/results/search' });
}

export default async function CandidacySearchPage({ params, searchParams }: Props) {
  if (!findLanguage((await params).lang)) notFound();
  const content = await readTextPage();
  return content ? <SearchPage content={content} page={await readSearch(await searchParams)} /> : <Unavailable />;
}
