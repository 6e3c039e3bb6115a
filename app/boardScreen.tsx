import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BoardPage } from '#components/live/BoardPage.tsx';
import { Unavailable } from '#components/ui/Unavailable.tsx';
import { NotFound } from '#domain/errors.ts';
import { findLanguage } from '#domain/languageCodes.ts';
import { describePage } from './describePage.ts';
import { type Place, readBoardPage } from './readBoardPage.ts';

/** A page of the board, or the page that waits for one. */
export async function BoardScreen({ place }: { place: Place }) {
  const content = await readBoardPage(place).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return content ? <BoardPage key={content.board.scope.code} content={content} /> : <Unavailable />;
}

export async function describeBoard(
  params: Promise<{ lang: string; code?: string }>,
  level: Place['level'],
): Promise<Metadata> {
  const { lang, code } = await params;
  const language = findLanguage(lang);
  if (!language) return {};
  const place: Place = level === 'country' ? { level } : { level, code: code ?? '' };
  const content = await readBoardPage(place).catch(() => null);
  if (!content) return {};
  const t = await getTranslations('site');
  const { election, board, units } = content;
  const unit = units.find((candidate) => candidate.code === board.scope.code);
  const path = level === 'country' ? '' : `/${level}s/${board.scope.code}`;
  return describePage(election, {
    language,
    title: t('title', { unit: unit?.names[language] ?? board.scope.code }),
    description: t(`description.${election.electorate}`),
    path,
  });
}
