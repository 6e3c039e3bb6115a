import { z } from 'zod';
import type { Board, BoardUpdate } from './board.ts';
import { Scope } from './board.ts';
import { PublicStatus } from './incidents/publicStatus.ts';
import { Release } from './results/release.ts';
import { Instant } from './schedule.ts';

/** The live protocol, both directions; docs/live-protocol.md says the rules. */
export const WatchRequest = z.strictObject({ scope: Scope });
export type WatchRequest = z.infer<typeof WatchRequest>;

export type WatchAnswer =
  | { ok: true; board: Board }
  | { ok: false; error: 'unknown_scope' | 'invalid' | 'too_many' | 'unavailable' };

/** Sent when nothing changed for a while: the figures were looked at and are still these. */
export const BoardChecked = z.strictObject({
  version: z.int().nonnegative(),
  checkedAt: Instant,
  staleSince: Instant.nullable(),
});
export type BoardChecked = z.infer<typeof BoardChecked>;

/** An edition of the results is public: its files are at `/live/results`, to be fetched after a random part of `spreadMs`. */
export const ResultsReleased = z.strictObject({
  version: z.int().nonnegative(),
  /** The version all were told of before; a client below it may have missed an update of its scope. */
  previousVersion: z.int().nonnegative(),
  release: Release,
  spreadMs: z.int().nonnegative(),
});
export type ResultsReleased = z.infer<typeof ResultsReleased>;

/** Something public of incidents changed: their timelines are at `/live/status.json`, to be fetched after a random part of `spreadMs`. */
export const StatusChanged = z.strictObject({
  version: z.int().nonnegative(),
  /** The version all were told of before; a client below it may have missed an update of its scope. */
  previousVersion: z.int().nonnegative(),
  status: PublicStatus,
  spreadMs: z.int().nonnegative(),
});
export type StatusChanged = z.infer<typeof StatusChanged>;

/** The server is going away: come back after a random part of `spreadMs`. */
export const LiveClosing = z.strictObject({ spreadMs: z.int().positive() });
export type LiveClosing = z.infer<typeof LiveClosing>;

export interface ServerToClientEvents {
  'board:changed': (update: BoardUpdate) => void;
  'board:checked': (checked: BoardChecked) => void;
  'results:released': (released: ResultsReleased) => void;
  'status:changed': (changed: StatusChanged) => void;
  'live:closing': (closing: LiveClosing) => void;
}

export interface ClientToServerEvents {
  'board:watch': (request: WatchRequest, answer: (answer: WatchAnswer) => void) => void;
}

/** `data` of the connect error that tells a client to poll instead. */
export const FullNotice = z.strictObject({ pollMs: z.int().positive(), retryMs: z.int().positive() });
export type FullNotice = z.infer<typeof FullNotice>;
