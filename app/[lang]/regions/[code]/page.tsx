import { notFound } from 'next/navigation';
import { findLanguage } from '#domain/languageCodes.ts';
import { BoardScreen, describeBoard } from '../../../boardScreen.tsx';

export const revalidate = 1;

export function generateStaticParams() {
  return [];
}

export const generateMetadata = ({ params }: PageProps<'/[lang]/regions/[code]'>) => describeBoard(params, 'region');

export default async function RegionPage({ params }: PageProps<'/[lang]/regions/[code]'>) {
  const { lang, code } = await params;
  if (!findLanguage(lang)) notFound();
  return <BoardScreen place={{ level: 'region', code }} />;
}
