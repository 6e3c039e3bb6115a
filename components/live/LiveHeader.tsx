'use client';

import { useFormat } from '#components/format/useFormat.ts';
import type { LiveAddress } from '#components/turnout/content.ts';
import type { Section } from '#components/ui/SectionLinks.tsx';
import { SiteHeader } from '#components/ui/SiteHeader.tsx';
import type { Board } from '#domain/board.ts';
import type { Election } from '#domain/election.ts';
import { publicationInForce } from '#domain/phase.ts';
import { TickingPhase } from './Ticking.tsx';
import { useFreshPage } from './useFreshPage.ts';
import { useLiveBoard } from './useLiveBoard.ts';

interface Props {
  election: Election;
  board: Board;
  live: LiveAddress;
  renderedAtMs: number;
  /** The address of the page behind its language. */
  path: string;
  section: Section;
}

/** The header of a page that the server draws: its phase is live, and a release or a new date draws the page again. */
export function LiveHeader({ election, board, live: address, renderedAtMs, path, section }: Props) {
  const format = useFormat(election.timeZone);
  const live = useLiveBoard(board, address);
  useFreshPage(standingOf(live.board) !== standingOf(board), live.spreadMs);
  return (
    <SiteHeader electionName={election.names[format.language]} path={path} isTest={board.isTest} section={section}>
      <TickingPhase live={live} renderedAtMs={renderedAtMs} format={format} />
    </SiteHeader>
  );
}

function standingOf({ release, schedule }: Board): string {
  return `${release?.edition ?? 0} ${publicationInForce(schedule)?.publishAt ?? ''}`;
}
