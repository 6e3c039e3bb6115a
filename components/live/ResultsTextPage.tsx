'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import { Changes } from '#components/results/Changes.tsx';
import type { ChangesContent } from '#components/results/changes.ts';
import type { ResultsContent } from '#components/results/content.ts';
import { FileLinks } from '#components/results/FileLinks.tsx';
import { type SearchContent, SearchResults } from '#components/results/SearchResults.tsx';
import { ResultsFrame } from './ResultsFrame.tsx';
import { useLiveBoard } from './useLiveBoard.ts';

interface Props<T> {
  content: ResultsContent<null>;
  page: T;
}

/** Candidacies by name. */
export function SearchPage({ content, page }: Props<SearchContent>) {
  const t = useTranslations('results');
  const query = page.query === '' ? '' : `?${new URLSearchParams({ q: page.query }).toString()}`;
  return (
    <TextPage
      content={content}
      path={`/results/search${query}`}
      here={t('search.title')}
      files={
        <a className="link" href={`/api/v1/candidacies${query}`}>
          {t('files.search')}
        </a>
      }
    >
      <SearchResults content={page} format={useFormat(content.election.timeZone)} />
    </TextPage>
  );
}

/** What was corrected, and every edition there was. */
export function ChangesPage({ content, page }: Props<ChangesContent>) {
  const t = useTranslations('results');
  return (
    <TextPage
      content={content}
      path="/results/changes"
      here={t('changes.title')}
      files={<FileLinks edition={page.edition} path={content.path} />}
    >
      <Changes content={page} format={useFormat(content.election.timeZone)} />
    </TextPage>
  );
}

interface TextPageProps {
  content: ResultsContent<null>;
  path: string;
  here: string;
  files: React.ReactNode;
  children: React.ReactNode;
}

function TextPage({ content, path, here, files, children }: TextPageProps) {
  const t = useTranslations('results');
  const live = useLiveBoard(content.board, content.live);
  const { language } = useFormat(content.election.timeZone);
  return (
    <ResultsFrame
      content={{ ...content, board: live.board }}
      live={live}
      path={path}
      steps={[{ href: `/${language}/results`, text: t('title') }]}
      here={here}
      files={files}
    >
      {children}
    </ResultsFrame>
  );
}
