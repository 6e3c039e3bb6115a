import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ChangesPage } from '#components/live/ResultsTextPage.tsx';
import { Unavailable } from '#components/ui/Unavailable.tsx';
import { findLanguage } from '#domain/languageCodes.ts';
import { findElection } from '../../../readBoardPage.ts';
import { readChanges } from '../../../readChanges.ts';
import { readTextPage } from '../../../readResultsPage.ts';
import { describeResultsPage } from '../../../resultsScreen.tsx';

export const revalidate = 1;

type Props = PageProps<'/[lang]/results/changes'>;

export async function generateMetadata({ params }: Props) {
  const { lang } = await params;
  const election = findLanguage(lang) && (await findElection());
  if (!election) return {};
  const t = await getTranslations('results');
  return describeResultsPage(election, { lang, title: t('changes.title'), path: '/results/changes' });
}

export default async function CorrectionsPage({ params }: Props) {
  if (!findLanguage((await params).lang)) notFound();
  const content = await readTextPage();
  return content ? <ChangesPage content={content} page={await readChanges()} /> : <Unavailable />;
}
