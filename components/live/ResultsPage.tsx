'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '#components/format/useFormat.ts';
import { ContestResults } from '#components/results/ContestResults.tsx';
import type { ResultsContent } from '#components/results/content.ts';
import { DistrictResults } from '#components/results/DistrictResults.tsx';
import { VerifyAndFollow } from '#components/results/HowPublished.tsx';
import { RegionResults } from '#components/results/RegionResults.tsx';
import { SummaryAfter } from '#components/results/SummaryAfter.tsx';
import { SummaryBefore } from '#components/results/SummaryBefore.tsx';
import { TurnoutCard } from '#components/results/TurnoutCard.tsx';
import type { ContestFile, DistrictFile, RegionFile, SummaryFile } from '#domain/results/resultFiles.ts';
import { ResultsFrame } from './ResultsFrame.tsx';
import { TurnoutOf, useSteps, WaitingLine } from './ResultsParts.tsx';
import { TickingPublication } from './TickingPublication.tsx';
import { useLiveBoard } from './useLiveBoard.ts';
import { useLiveResults } from './useLiveResults.ts';

/** The results of the election; the countdown before them. */
export function SummaryPage({ content: initial }: { content: ResultsContent<SummaryFile> }) {
  const t = useTranslations('results');
  const { content, live } = useLiveResults(initial);
  const format = useFormat(content.election.timeZone);
  const { file } = content;
  return (
    <ResultsFrame content={content} live={live} path="/results" steps={[]} here={t('title')}>
      {file.status === 'pre-election' ? (
        <>
          <Waiting content={content} />
          <SummaryBefore file={file} format={format} />
        </>
      ) : (
        <SummaryAfter content={content} format={format} />
      )}
    </ResultsFrame>
  );
}

/** The countdown, where not even the list of contests is public. */
export function WaitingPage({ content: initial }: { content: ResultsContent<null> }) {
  const t = useTranslations('results');
  const live = useLiveBoard(initial.board, initial.live);
  const content = { ...initial, board: live.board };
  return (
    <ResultsFrame content={content} live={live} path="/results" steps={[]} here={t('title')}>
      {/* Nothing tells when the list comes; the page asks again by itself, with or without scripts. */}
      <meta httpEquiv="refresh" content="15" />
      <Waiting content={content} />
      <p className="card p-5 sm:p-6 lg:col-span-12">{t('before.noFeed')}</p>
    </ResultsFrame>
  );
}

function Waiting({ content }: { content: ResultsContent<SummaryFile | null> }) {
  const t = useTranslations('results');
  const { board, election, renderedAtMs, keyIds } = content;
  const format = useFormat(election.timeZone);
  const [row] = board.rows;
  return (
    <>
      <TickingPublication title={t('title')} board={board} renderedAtMs={renderedAtMs} format={format} />
      {row && (
        <TurnoutCard
          turnout={row}
          electorate={election.electorate}
          href={`/${format.language}`}
          unitName={content.file?.country.names[format.language] ?? election.names[format.language]}
          isSealed={false}
          format={format}
        >
          <VerifyAndFollow keyIds={keyIds} format={format} />
        </TurnoutCard>
      )}
    </>
  );
}

export function RegionPage({ content: initial }: { content: ResultsContent<RegionFile> }) {
  const { content, live } = useLiveResults(initial);
  const format = useFormat(content.election.timeZone);
  const { region } = content.file;
  return (
    <ResultsFrame
      content={content}
      live={live}
      path={`/results/regions/${region.code}`}
      steps={useSteps([], format.language)}
      here={region.names[format.language]}
    >
      <RegionResults content={content} format={format} waiting={<WaitingLine content={content} format={format} />} />
    </ResultsFrame>
  );
}

export function DistrictPage({ content: initial }: { content: ResultsContent<DistrictFile> }) {
  const { content, live } = useLiveResults(initial);
  const format = useFormat(content.election.timeZone);
  const { region, district } = content.file;
  return (
    <ResultsFrame
      content={content}
      live={live}
      path={`/results/districts/${district.code}`}
      steps={useSteps([region], format.language)}
      here={district.names[format.language]}
    >
      <DistrictResults
        content={content}
        format={format}
        waiting={<WaitingLine content={content} format={format} />}
        turnout={<TurnoutOf unit={district} content={content} turnout={content.file.turnout} />}
      />
    </ResultsFrame>
  );
}

export function ContestPage({ content: initial }: { content: ResultsContent<ContestFile> }) {
  const { content, live } = useLiveResults(initial);
  const format = useFormat(content.election.timeZone);
  const { contest, units, turnout } = content.file;
  const unit = units.find(({ code }) => code === contest.unitCode);
  const region = units.find(({ code }) => code === unit?.parentCode);
  const above = [region, unit].flatMap((part) => (part && part.level !== 'country' ? [part] : []));
  return (
    <ResultsFrame
      content={content}
      live={live}
      path={`/results/contests/${contest.id}`}
      steps={useSteps(above, format.language)}
      here={contest.names[format.language]}
    >
      <ContestResults
        content={content}
        format={format}
        waiting={<WaitingLine content={content} format={format} />}
        turnout={unit && <TurnoutOf unit={unit} content={content} turnout={turnout[unit.code] ?? null} />}
      />
    </ResultsFrame>
  );
}
