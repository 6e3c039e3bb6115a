import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { findLanguage } from '#domain/languageCodes.ts';
import { languages } from '#domain/languages.ts';
import { findElection } from '../../../readBoardPage.ts';
import { PressScreen } from '../pressScreen.tsx';
import { ApiGuide } from './ApiGuide.tsx';

export const revalidate = 1;

const path = '/press/api';

interface Props {
  params: Promise<{ lang: string }>;
}

export function generateStaticParams() {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = findLanguage((await params).lang);
  if (!language) notFound();
  const election = await findElection();
  const t = await getTranslations('pressApi');
  const tSite = await getTranslations('site');
  const title = [t('title'), election?.names[language]].filter(Boolean).join(' · ');
  return {
    title: election?.isTest ? tSite('rehearsal.title', { title }) : title,
    description: t('lead'),
    alternates: {
      canonical: `/${language}${path}`,
      languages: Object.fromEntries(languages.map((other) => [other, `/${other}${path}`])),
    },
    robots: election?.isTest ? { index: false } : null,
  };
}

export default function PressApiPage({ params }: Props) {
  return <PressScreen params={params} path={path} page={ApiGuide} />;
}
