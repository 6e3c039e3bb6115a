import type { ResultsContent } from '#components/results/content.ts';
import type { LiveAddress, PageUnit } from '#components/turnout/content.ts';
import type { Board } from '#domain/board.ts';
import type { Election } from '#domain/election.ts';
import type { Unit } from '#domain/geography.ts';
import type { ContestResult, EditionHead } from '#domain/results/edition.ts';

/** All that an embed of turnout is made of. */
export interface TurnoutEmbedContent {
  election: Election;
  board: Board;
  /** The unit, and on a map its parts. */
  units: PageUnit[];
  /** The server's clock when the page was made, epoch ms. */
  renderedAtMs: number;
  live: LiveAddress;
}

/** A contest without its votes by area, of which a whole `ContestFile` has more. */
export interface ContestEmbedFile extends EditionHead {
  contest: EmbeddedContest;
  units: Pick<Unit, 'code' | 'names'>[];
}
export type EmbeddedContest = Omit<ContestResult, 'areas' | 'regions'>;

export type ContestEmbedContent = ResultsContent<ContestEmbedFile>;
