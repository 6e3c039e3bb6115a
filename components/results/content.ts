import type { Board } from '#domain/board.ts';
import type { Election } from '#domain/election.ts';
import type { Connection } from '#domain/freshness.ts';
import type { Names } from '#domain/languages.ts';

/** A released edition: when, why, and who approved it. */
export interface EditionNote {
  edition: number;
  /** Election time. */
  releasedAt: string;
  reason: Names | null;
  approvedBy: readonly string[];
}

/** All that a page of the results is made of; `file` is one file of an edition, of the zero feed before the release. */
export interface ResultsContent<T> {
  file: T;
  /** Of the file inside its edition: `contests/council-7.json`. */
  path: string;
  /** Of the page's unit. */
  board: Board;
  connection: Connection;
  /** How often the board is asked for while there is no socket (ms). */
  pollMs: number;
  election: Election;
  /** Released editions, the newest first. */
  editions: readonly EditionNote[];
  /** Ids of the keys that bundles are signed with. */
  keyIds: readonly string[];
  /** The server's clock when the page was made, epoch ms. */
  renderedAtMs: number;
  /** Where browsers find the live server: an address, or a port of the host that served the page. */
  live: { url: string | null; port: number };
}
