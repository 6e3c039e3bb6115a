'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import type { StatusContent } from '#components/incidents/content.ts';
import { StatusHistory } from '#components/incidents/StatusHistory.tsx';
import { StatusNow } from '#components/incidents/StatusNow.tsx';
import { usePlaceNames } from '#components/incidents/usePlaceNames.ts';
import { SiteFooter } from '#components/ui/SiteFooter.tsx';
import { SiteHeader } from '#components/ui/SiteHeader.tsx';
import { CaseFigures } from '#components/violations/CaseFigures.tsx';
import { SpokenStatus } from './SpokenStatus.tsx';
import { StatusFiles } from './StatusFiles.tsx';
import { TickingPhase } from './Ticking.tsx';
import { TickingBanner, TickingFreshness } from './TickingFreshness.tsx';
import { useLiveBoard } from './useLiveBoard.ts';
import { useLiveStatus } from './useLiveStatus.ts';

/** Incidents now and before, live. */
export function StatusPage({ content }: { content: StatusContent }) {
  const { election, places, renderedAtMs } = content;
  const t = useTranslations('status');
  const format = useFormat(election.timeZone);
  const live = useLiveBoard(content.board, content.live);
  const file = useLiveStatus(content.file, live, content.live);
  const { board } = live;
  const placeNames = usePlaceNames(places);
  const regionNames = new Map(places.map(({ code, name }) => [code, name]));
  const ticking = { live, renderedAtMs, format };
  return (
    <>
      <SiteHeader electionName={election.names[format.language]} path="/status" isTest={board.isTest} section="status">
        <TickingPhase {...ticking} />
      </SiteHeader>
      <main id="content" className="container-page grid grid-cols-1 gap-4 pb-12 sm:gap-6 lg:grid-cols-12">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 lg:col-span-12">
          <h1 className="text-lg font-semibold">{t('title')}</h1>
          <TickingFreshness {...ticking} hasFigures={false} />
        </div>
        <TickingBanner {...ticking} hasFigures={false} />
        <StatusNow {...{ file, placeNames, format }} />
        <CaseFigures cases={file.cases} regionNames={regionNames} format={format} />
        <StatusHistory {...{ incidents: file.incidents, places, placeNames, format }} timeZone={election.timeZone} />
      </main>
      <SpokenStatus file={file} format={format} />
      <SiteFooter version={board.version} format={format}>
        <StatusFiles address={content.live} />
      </SiteFooter>
    </>
  );
}
