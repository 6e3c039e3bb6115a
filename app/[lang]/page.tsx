import { notFound } from 'next/navigation';
import { findLanguage } from '#domain/languageCodes.ts';
import { BoardScreen, describeBoard } from '../boardScreen.tsx';

export const revalidate = 1;

export const generateMetadata = ({ params }: PageProps<'/[lang]'>) => describeBoard(params, 'country');

export default async function CountryPage({ params }: PageProps<'/[lang]'>) {
  if (!findLanguage((await params).lang)) notFound();
  return <BoardScreen place={{ level: 'country' }} />;
}
