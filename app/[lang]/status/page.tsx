import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { StatusPage } from '#components/live/StatusPage.tsx';
import { Unavailable } from '#components/ui/Unavailable.tsx';
import { findLanguage } from '#domain/languageCodes.ts';
import { languages } from '#domain/languages.ts';
import { findElection } from '../../readBoardPage.ts';
import { readStatus } from './readStatus.ts';

export const revalidate = 1;

const path = '/status';

export async function generateMetadata({ params }: PageProps<'/[lang]/status'>): Promise<Metadata> {
  const language = findLanguage((await params).lang);
  const election = language && (await findElection());
  if (!election) return {};
  const t = await getTranslations('status');
  const tSite = await getTranslations('site');
  const title = `${t('title')} · ${election.names[language]}`;
  return {
    title: election.isTest ? tSite('rehearsal.title', { title }) : title,
    description: t('description'),
    alternates: {
      canonical: `/${language}${path}`,
      languages: {
        ...Object.fromEntries(languages.map((other) => [other, `/${other}${path}`])),
        'x-default': path,
      },
    },
    robots: election.isTest ? { index: false } : null,
  };
}

export default async function Page({ params }: PageProps<'/[lang]/status'>) {
  const language = findLanguage((await params).lang);
  if (!language) notFound();
  const content = await readStatus(language);
  return content ? <StatusPage content={content} /> : <Unavailable />;
}
