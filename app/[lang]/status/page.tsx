import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StatusPage } from '#components/live/StatusPage.tsx';
import { Unavailable } from '#components/ui/Unavailable.tsx';
import { findLanguage } from '#domain/languageCodes.ts';
import { describePage } from '../../describePage.ts';
import { findElection } from '../../readBoardPage.ts';
import { readStatus } from './readStatus.ts';

export const revalidate = 1;

export async function generateMetadata({ params }: PageProps<'/[lang]/status'>): Promise<Metadata> {
  const language = findLanguage((await params).lang);
  const election = language && (await findElection());
  if (!election) return {};
  const t = await getTranslations('status');
  const feed = `/api/v2/incidents.atom?lang=${language}`;
  return describePage(election, { language, title: t('title'), description: t('description'), path: '/status', feed });
}

export default async function Page({ params }: PageProps<'/[lang]/status'>) {
  const language = findLanguage((await params).lang);
  if (!language) notFound();
  const content = await readStatus(language);
  return content ? <StatusPage content={content} /> : <Unavailable />;
}
