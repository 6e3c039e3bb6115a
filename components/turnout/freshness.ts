import type { Board } from '#domain/board.ts';
import { type Connection, staleAfterMs } from '#domain/freshness.ts';

export interface Freshness {
  state: 'fresh' | 'stale' | 'offline';
  /** Since the vote database was last read (ms). */
  ageMs: number;
}

/** By the election's clock: when the figures changed last, when they were read, and now (epoch ms). */
export interface Moments {
  asOf: string | null;
  checkedMs: number;
  electionMs: number;
}

/** Whether the figures may be called new at the server's time `nowMs`. */
export function judgeFreshness(
  board: Pick<Board, 'checkedAt' | 'staleSince'>,
  nowMs: number,
  { connection, pollMs }: { connection: Connection; pollMs: number },
): Freshness {
  const ageMs = Math.max(0, nowMs - Date.parse(board.checkedAt));
  // Between two polls the figures grow older without being late.
  const isLate = ageMs > staleAfterMs + pollMs * 1.5;
  const state = connection === 'offline' ? 'offline' : board.staleSince !== null || isLate ? 'stale' : 'fresh';
  return { state, ageMs };
}
