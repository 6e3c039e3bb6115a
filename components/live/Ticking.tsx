'use client';

import { IncidentLine } from '#components/incidents/IncidentLine.tsx';
import { PhasePill } from '#components/turnout/PhasePill.tsx';
import { StatusCard } from '#components/turnout/StatusCard.tsx';
import { CaseLine } from '#components/violations/CaseLine.tsx';
import type { Election } from '#domain/election.ts';
import { type TickingProps, useTicking } from './TickingFreshness.tsx';

export function TickingPhase(props: TickingProps) {
  const { moments } = useTicking(props);
  return <PhasePill board={props.live.board} nowMs={moments.electionMs} format={props.format} />;
}

export function TickingStatus({
  election,
  corrections,
  ...props
}: TickingProps & { election: Election; corrections: number }) {
  const { freshness, moments } = useTicking(props);
  const { board } = props.live;
  return (
    <StatusCard {...{ board, election, freshness, moments, corrections }} format={props.format}>
      <IncidentLine status={board.status} format={props.format} />
      <CaseLine cases={board.status.cases} format={props.format} />
    </StatusCard>
  );
}
