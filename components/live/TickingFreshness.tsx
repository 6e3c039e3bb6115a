'use client';

import type { Format } from '#components/format/useFormat.ts';
import { FreshnessBanner, FreshnessLine } from '#components/turnout/FreshnessLine.tsx';
import { judgeFreshness } from '#components/turnout/freshness.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { useAwake, useServerNow } from './serverNow.ts';
import type { LiveBoard } from './useLiveBoard.ts';

/** What changes with every second stands here and in `Ticking`, so that the rest of the page does not. */
export interface TickingProps {
  live: LiveBoard;
  renderedAtMs: number;
  format: Format;
}

export function useTicking({ live, renderedAtMs }: TickingProps) {
  const nowMs = useServerNow(renderedAtMs);
  const { board } = live;
  const electionMs = electionNowMs(board.clock, nowMs);
  // A rehearsal tells all moments by its own clock; only ages are real.
  const moments = { asOf: board.asOf, checkedMs: electionNowMs(board.clock, Date.parse(board.checkedAt)), electionMs };
  return { freshness: judgeFreshness(board, nowMs, live), moments };
}

export function TickingFreshness({ hasFigures = true, ...props }: TickingProps & { hasFigures?: boolean }) {
  const { freshness, moments } = useTicking(props);
  const isTicking = useAwake();
  const { connection } = props.live;
  return <FreshnessLine {...{ freshness, moments, connection, isTicking, hasFigures }} format={props.format} />;
}

export function TickingBanner({ hasFigures = true, ...props }: TickingProps & { hasFigures?: boolean }) {
  const { freshness, moments } = useTicking(props);
  return <FreshnessBanner {...{ freshness, moments, hasFigures }} format={props.format} />;
}
