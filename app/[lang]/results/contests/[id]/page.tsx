import { notFound } from 'next/navigation';
import { findLanguage } from '#domain/languageCodes.ts';
import { describeResults, ResultsScreen } from '../../../../resultsScreen.tsx';

export const revalidate = 1;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<'/[lang]/results/contests/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { lang, id } = await params;
  return describeResults(lang, { kind: 'contest', id });
}

export default async function ContestResultsPage({ params }: Props) {
  const { lang, id } = await params;
  if (!findLanguage(lang)) notFound();
  return <ResultsScreen place={{ kind: 'contest', id }} />;
}
