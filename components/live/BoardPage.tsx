'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import { Announcements } from '#components/turnout/Announcements.tsx';
import { Corrections } from '#components/turnout/Corrections.tsx';
import type { BoardPageContent } from '#components/turnout/content.ts';
import { HeldNotice } from '#components/turnout/HeldNotice.tsx';
import { Hero } from '#components/turnout/Hero.tsx';
import { HeroDetails } from '#components/turnout/HeroDetails.tsx';
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx';
import { SiteFooter } from '#components/ui/SiteFooter.tsx';
import { SiteHeader } from '#components/ui/SiteHeader.tsx';
import { FilesOfPage } from './FilesOfPage.tsx';
import { PartsOfUnit } from './PartsOfUnit.tsx';
import { SpokenFigure } from './SpokenFigure.tsx';
import { TickingPhase, TickingStatus } from './Ticking.tsx';
import { TickingBanner, TickingFreshness } from './TickingFreshness.tsx';
import { TurnoutOverTime } from './TurnoutOverTime.tsx';
import { useLiveBoard } from './useLiveBoard.ts';
import { useLiveMarks } from './useLiveMarks.ts';
import { useLiveSeries } from './useLiveSeries.ts';

/** One page of the board: server-rendered figures that come alive in the browser. */
export function BoardPage({ content }: { content: BoardPageContent }) {
  const { election, units, corrections, renderedAtMs } = content;
  const t = useTranslations('board');
  const tResults = useTranslations('results');
  const format = useFormat(election.timeZone);
  const live = useLiveBoard(content.board, content.live);
  const { board } = live;
  const series = useLiveSeries(content.series, board, content.live);
  const incidents = useLiveMarks(content.incidents, live, units, content.live);
  const [row] = board.rows;
  if (!row) return null;
  const { scope } = board;
  const nameOf = (code: string) => units.find((unit) => unit.code === code)?.names[format.language] ?? code;
  const path = scope.level === 'country' ? '' : `/${scope.level}s/${scope.code}`;
  const ticking = { live, renderedAtMs, format };
  return (
    <>
      <SiteHeader electionName={election.names[format.language]} path={path} isTest={board.isTest} section="turnout">
        <TickingPhase {...ticking} />
      </SiteHeader>
      <main id="content" className="container-page grid grid-cols-1 gap-4 pb-12 sm:gap-6 lg:grid-cols-12">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 lg:col-span-12">
          <div className="flex flex-wrap items-center gap-x-6">
            <Breadcrumbs units={units} scope={scope} format={format} />
            <a className="link py-1 text-sm print:hidden" href={`/${format.language}/results${path}`}>
              {scope.level === 'country' ? tResults('title') : tResults('titleOf', { unit: nameOf(scope.code) })}
            </a>
          </div>
          <TickingFreshness {...ticking} />
        </div>
        <TickingBanner {...ticking} />
        <Hero
          title={scope.level === 'country' ? t('title') : nameOf(scope.code)}
          row={row}
          election={election}
          format={format}
        >
          {election.channels.length + Number(election.channels.includes('online')) > 1 && (
            <HeroDetails row={row} election={election} format={format} />
          )}
        </Hero>
        <TickingStatus {...ticking} election={election} corrections={corrections.total} />
        {scope.level !== 'country' && <HeldNotice row={row} format={format} />}
        <Announcements schedule={board.schedule} format={format} />
        <TurnoutOverTime {...{ board, election, incidents, renderedAtMs }} points={series.points} />
        <PartsOfUnit board={board} units={units} election={election} sparks={series.sparks} format={format} />
        <Corrections {...corrections} nameOf={nameOf} format={format} />
      </main>
      <SpokenFigure row={row} election={election} format={format} />
      <SiteFooter version={board.version} format={format}>
        <FilesOfPage address={content.live} scope={scope} />
      </SiteFooter>
    </>
  );
}
