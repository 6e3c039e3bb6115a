import type { ElectionClock } from '#domain/clock.ts';
import { NotFound } from '#domain/errors.ts';
import { type Database, sql, toInstant } from '../client.ts';

/** Where the board stands: its version, its clock, and when the vote database was last read. */
export interface Feed {
  electionId: string;
  isTest: boolean;
  version: number;
  /** Version at which the schedule last changed. */
  scheduleVersion: number;
  asOf: string | null;
  checkedAt: string;
  clock: ElectionClock;
  foldMs: number;
  foldedEvents: number;
}

interface FeedRecord extends Record<string, unknown> {
  election_id: string;
  is_test: boolean;
  version: string;
  schedule_version: string;
  as_of: string | null;
  checked_at: string;
  fold_ms: number;
  folded_events: string;
  mode: 'live' | 'rehearsal';
  origin_real: string;
  origin_election: string;
  speed: number;
}

/** Throws NotFound before a package was loaded. */
export async function getFeed(db: Database): Promise<Feed> {
  const [row] = await db.execute<FeedRecord>(sql`
    select e.id as election_id, e.is_test, v.version, v.schedule_version, v.as_of, c.checked_at, c.fold_ms, c.folded_events,
      k.mode, k.origin_real, k.origin_election, k.speed
    from board.election e, board.version v, board.clock k, board.checkpoint c where c.source = 'vote'`);
  if (!row) throw new NotFound('no election is loaded');
  return {
    electionId: row.election_id,
    isTest: row.is_test,
    version: Number(row.version),
    scheduleVersion: Number(row.schedule_version),
    asOf: row.as_of && toInstant(row.as_of),
    checkedAt: toInstant(row.checked_at),
    foldMs: row.fold_ms,
    foldedEvents: Number(row.folded_events),
    clock:
      row.mode === 'live'
        ? { mode: 'live' }
        : {
            mode: 'rehearsal',
            originReal: toInstant(row.origin_real),
            originElection: toInstant(row.origin_election),
            speed: row.speed,
          },
  };
}
