import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findLanguage } from '#domain/languageCodes.ts';
import { describePage } from '../../../describePage.ts';
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
  const election = language && (await findElection());
  if (!election) return {};
  const t = await getTranslations('pressApi');
  return describePage(election, { language, title: t('title'), description: t('lead'), path });
}

export default function PressApiPage({ params }: Props) {
  return <PressScreen params={params} path={path} page={ApiGuide} />;
}
