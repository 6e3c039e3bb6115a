'use client';

import type { Format } from '#components/format/useFormat.ts';
import { PublicationHero } from '#components/results/PublicationHero.tsx';
import { PublicationLine } from '#components/results/PublicationLine.tsx';
import type { Board } from '#domain/board.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { useAwake, useServerNow } from './serverNow.ts';

interface Props {
  board: Board;
  renderedAtMs: number;
  format: Format;
}

/** The publication to come, its countdown ticking. */
export function TickingPublication({ title, board, renderedAtMs, format }: Props & { title: string }) {
  const nowMs = electionNowMs(board.clock, useServerNow(renderedAtMs));
  const isAwake = useAwake();
  const isStanding = board.clock.mode === 'rehearsal' && board.clock.speed === 0;
  const note = isStanding ? 'standing' : isAwake ? 'left' : 'made';
  return <PublicationHero {...{ title, nowMs, note, format }} schedule={board.schedule} />;
}

/** The publication to come in one line, for the pages of a part. */
export function TickingPublicationLine({ board, renderedAtMs, format }: Props) {
  const nowMs = electionNowMs(board.clock, useServerNow(renderedAtMs));
  return <PublicationLine schedule={board.schedule} nowMs={nowMs} format={format} />;
}
