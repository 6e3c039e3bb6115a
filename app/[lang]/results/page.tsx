import { notFound } from 'next/navigation';
import { findLanguage } from '#domain/languageCodes.ts';
import { describeResults, ResultsScreen } from '../../resultsScreen.tsx';

export const revalidate = 1;

export async function generateMetadata({ params }: PageProps<'/[lang]/results'>) {
  return describeResults((await params).lang, { kind: 'summary' });
}

export default async function ResultsPage({ params }: PageProps<'/[lang]/results'>) {
  if (!findLanguage((await params).lang)) notFound();
  return <ResultsScreen place={{ kind: 'summary' }} />;
}
