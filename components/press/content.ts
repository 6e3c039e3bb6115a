import type { LiveAddress } from '#components/turnout/content.ts';
import type { Board } from '#domain/board.ts';
import type { Election } from '#domain/election.ts';
import type { Unit } from '#domain/geography.ts';
import type { Names } from '#domain/languages.ts';
import type { KnownKey } from './bundleVerdict.ts';

/** An edition that is public; 0 is the zero feed. */
export interface PressEdition {
  number: number;
  sealedAt: string;
  releasedAt: string | null;
  /** SHA-256 of its manifest, hex. */
  manifestHash: string;
  reason: Names | null;
  approvedBy: readonly string[];
}

/** What the API lets an address do. */
export interface ApiLimits {
  pointsPerMinute: number;
  request: number;
  search: number;
  feed: number;
  megabyte: number;
}

/** What can be embedded, named in the language of the page. */
export interface EmbedChoices {
  units: readonly (Pick<Unit, 'code' | 'level' | 'parentCode'> & { name: string })[];
  contests: readonly { id: string; unitCode: string; name: string }[];
}

/** All that the pages of the press are made of. */
export interface PressContent {
  election: Election;
  board: Board;
  /** The newest first, the zero feed last. */
  editions: readonly PressEdition[];
  /** Bytes of the newest edition's files that are listed by name. */
  sizes: Readonly<Record<string, number>>;
  /** The newest first. */
  keys: readonly KnownKey[];
  limits: ApiLimits;
  embeds: EmbedChoices;
  /** The server's clock when the page was made, epoch ms. */
  renderedAtMs: number;
  live: LiveAddress;
}
