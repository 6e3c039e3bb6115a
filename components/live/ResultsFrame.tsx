'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import { CorrectionNotice } from '#components/results/CorrectionNotice.tsx';
import type { ResultsContent } from '#components/results/content.ts';
import { EditionLine } from '#components/results/EditionLine.tsx';
import { FileLinks } from '#components/results/FileLinks.tsx';
import { ResultsTrail, type Step } from '#components/results/ResultsTrail.tsx';
import { SiteFooter } from '#components/ui/SiteFooter.tsx';
import { SiteHeader } from '#components/ui/SiteHeader.tsx';
import type { EditionHead } from '#domain/results/edition.ts';
import { TickingPhase } from './Ticking.tsx';
import { TickingBanner, TickingFreshness } from './TickingFreshness.tsx';
import type { LiveBoard } from './useLiveBoard.ts';

interface Props {
  content: ResultsContent<EditionHead | null>;
  live: LiveBoard;
  /** The address of the page behind its language. */
  path: string;
  steps: readonly Step[];
  here: string;
  /** The figures of the page as files, where it shows other than its own. */
  files?: React.ReactNode;
  children: React.ReactNode;
}

/** What all pages of the results have around them. */
export function ResultsFrame({ content, live, path, steps, here, files, children }: Props) {
  const t = useTranslations('results');
  const { election, file, board, editions, renderedAtMs } = content;
  const format = useFormat(election.timeZone);
  const ticking = { live, renderedAtMs, format };
  return (
    <>
      <SiteHeader electionName={election.names[format.language]} path={path} isTest={board.isTest} section="results">
        <TickingPhase {...ticking} />
      </SiteHeader>
      <main id="content" className="container-page grid grid-cols-1 gap-4 pb-12 sm:gap-6 lg:grid-cols-12">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 lg:col-span-12">
          <ResultsTrail steps={steps} here={here} />
          <TickingFreshness {...ticking} />
        </div>
        <TickingBanner {...ticking} />
        {file && <CorrectionNotice head={file} editions={editions} format={format} />}
        {children}
        {file && (
          <div className="lg:col-span-12">
            <EditionLine head={file} editions={editions} format={format} />
          </div>
        )}
      </main>
      <p className="sr-only" aria-live="polite">
        {spokenOf(file)}
      </p>
      <SiteFooter version={board.version} format={format} howText={t('footer')}>
        {files ?? (file && <FileLinks edition={file.edition} path={content.path} />)}
      </SiteFooter>
    </>
  );

  /** Spoken when it changes, not when the page comes. */
  function spokenOf(head: EditionHead | null): string {
    if (!head || head.edition === 0) return '';
    return head.corrects === null ? t('spoken.released') : t('spoken.corrected', { edition: String(head.edition) });
  }
}
