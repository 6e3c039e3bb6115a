'use client';

import type { Format } from '#components/format/useFormat.ts';
import { IncidentLine } from '#components/incidents/IncidentLine.tsx';
import { FreshnessBanner, FreshnessLine } from '#components/turnout/FreshnessLine.tsx';
import { judgeFreshness } from '#components/turnout/freshness.ts';
import { PhasePill } from '#components/turnout/PhasePill.tsx';
import { StatusCard } from '#components/turnout/StatusCard.tsx';
import { CaseLine } from '#components/violations/CaseLine.tsx';
import type { Election } from '#domain/election.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { useAwake, useServerNow } from './serverNow.ts';
import type { LiveBoard } from './useLiveBoard.ts';

/** What changes with every second stands here, so that the rest of the page does not. */
interface Props {
  live: LiveBoard;
  renderedAtMs: number;
  format: Format;
}

function useTicking({ live, renderedAtMs }: Props) {
  const nowMs = useServerNow(renderedAtMs);
  const { board } = live;
  const electionMs = electionNowMs(board.clock, nowMs);
  // A rehearsal tells all moments by its own clock; only ages are real.
  const moments = { asOf: board.asOf, checkedMs: electionNowMs(board.clock, Date.parse(board.checkedAt)), electionMs };
  return { freshness: judgeFreshness(board, nowMs, live), moments };
}

export function TickingPhase(props: Props) {
  const { moments } = useTicking(props);
  return <PhasePill board={props.live.board} nowMs={moments.electionMs} format={props.format} />;
}

export function TickingFreshness({ hasFigures = true, ...props }: Props & { hasFigures?: boolean }) {
  const { freshness, moments } = useTicking(props);
  const isTicking = useAwake();
  const { connection } = props.live;
  return <FreshnessLine {...{ freshness, moments, connection, isTicking, hasFigures }} format={props.format} />;
}

export function TickingBanner({ hasFigures = true, ...props }: Props & { hasFigures?: boolean }) {
  const { freshness, moments } = useTicking(props);
  return <FreshnessBanner {...{ freshness, moments, hasFigures }} format={props.format} />;
}

export function TickingStatus({
  election,
  corrections,
  ...props
}: Props & { election: Election; corrections: number }) {
  const { freshness, moments } = useTicking(props);
  const { board } = props.live;
  return (
    <StatusCard {...{ board, election, freshness, moments, corrections }} format={props.format}>
      <IncidentLine status={board.status} format={props.format} />
      <CaseLine cases={board.status.cases} format={props.format} />
    </StatusCard>
  );
}
