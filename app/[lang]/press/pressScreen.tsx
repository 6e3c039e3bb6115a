import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LiveHeader } from '#components/live/LiveHeader.tsx';
import type { PressContent } from '#components/press/content.ts';
import { Unavailable } from '#components/ui/Unavailable.tsx';
import { findLanguage } from '#domain/languageCodes.ts';
import { describePage } from '../../describePage.ts';
import { findElection } from '../../readBoardPage.ts';
import { readPress } from './readPress.ts';

interface Props {
  params: Promise<{ lang: string }>;
  /** The address of the page behind its language. */
  path: string;
  page: React.ComponentType<{ content: PressContent }>;
}

/** A page of the press under its live header, or the page that waits for one. */
export async function PressScreen({ params, path, page: Page }: Props) {
  const language = findLanguage((await params).lang);
  if (!language) notFound();
  const content = await readPress(language);
  if (!content) return <Unavailable />;
  const { election, board, live, renderedAtMs } = content;
  return (
    <>
      <LiveHeader {...{ election, board, live, renderedAtMs, path }} section="press" />
      <Page content={content} />
    </>
  );
}

export async function describePress(
  params: Props['params'],
  path: string,
  texts: 'press' | 'press.check' | 'press.embeds.list',
): Promise<Metadata> {
  const language = findLanguage((await params).lang);
  const election = language && (await findElection());
  if (!election) return {};
  const t = await getTranslations(texts);
  return describePage(election, {
    language,
    title: t('title'),
    description: t('description'),
    path,
    feed: `/api/v1/feed.atom?lang=${language}`,
  });
}
