import { notFound } from 'next/navigation';
import { findLanguage } from '#domain/languageCodes.ts';
import { describeResults, ResultsScreen } from '../../../../resultsScreen.tsx';

export const revalidate = 1;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<'/[lang]/results/districts/[code]'>;

export async function generateMetadata({ params }: Props) {
  const { lang, code } = await params;
  return describeResults(lang, { kind: 'district', code });
}

export default async function DistrictResultsPage({ params }: Props) {
  const { lang, code } = await params;
  if (!findLanguage(lang)) notFound();
  return <ResultsScreen place={{ kind: 'district', code }} />;
}
