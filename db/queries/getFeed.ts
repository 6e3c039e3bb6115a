import type { ElectionClock } from '#domain/clock.ts';
import { NotFound } from '#domain/errors.ts';
import type { Release } from '#domain/results/release.ts';
import { type Database, sql, toInstant } from '../client.ts';

/** Where the board stands: its version, its clock, and when the vote database was last read. */
export interface Feed {
  electionId: string;
  isTest: boolean;
  version: number;
  /** Version at which the schedule last changed. */
  scheduleVersion: number;
  /** Version at which anything public of incidents last changed. */
  opsVersion: number;
  asOf: string | null;
  checkedAt: string;
  clock: ElectionClock;
  /** The newest released edition. */
  release: Release | null;
  /** The newest public edition, the zero feed too, and what its files are: another hash means other bytes. */
  results: { edition: number; manifestHash: string } | null;
  foldMs: number;
  foldedEvents: number;
}

interface FeedRecord extends Record<string, unknown> {
  election_id: string;
  is_test: boolean;
  version: string;
  schedule_version: string;
  ops_version: string;
  as_of: string | null;
  checked_at: string;
  fold_ms: number;
  folded_events: string;
  mode: 'live' | 'rehearsal';
  origin_real: string;
  origin_election: string;
  speed: number;
  edition: number | null;
  manifest_hash: string | null;
  release_version: string | null;
  released_at: string | null;
  first_released_at: string | null;
  approved_by: string[] | null;
}

/** Throws NotFound before a package was loaded. */
export async function getFeed(db: Database): Promise<Feed> {
  const [row] = await db.execute<FeedRecord>(sql`
    select e.id as election_id, e.is_test, v.version, v.schedule_version, v.ops_version, v.as_of, c.checked_at, c.fold_ms, c.folded_events,
      k.mode, k.origin_real, k.origin_election, k.speed,
      r.number as edition, r.manifest_hash, r.version as release_version, r.released_at, r.first_released_at,
      r.approved_by
    from board.election e cross join board.version v cross join board.clock k cross join board.checkpoint c
      left join lateral (
        select number, manifest_hash, version, released_at, approved_by, min(released_at) over () as first_released_at
        from published.edition order by number desc limit 1
      ) r on true
    where c.source = 'vote'`);
  if (!row) throw new NotFound('no election is loaded');
  return {
    electionId: row.election_id,
    isTest: row.is_test,
    version: Number(row.version),
    scheduleVersion: Number(row.schedule_version),
    opsVersion: Number(row.ops_version),
    asOf: row.as_of && toInstant(row.as_of),
    checkedAt: toInstant(row.checked_at),
    release: toRelease(row),
    results:
      row.edition === null || row.manifest_hash === null
        ? null
        : { edition: row.edition, manifestHash: row.manifest_hash },
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

function toRelease({
  edition,
  release_version,
  released_at,
  first_released_at,
  approved_by,
}: FeedRecord): Release | null {
  if (edition === null || release_version === null || released_at === null || first_released_at === null) return null;
  return {
    edition,
    firstReleasedAt: toInstant(first_released_at),
    releasedAt: toInstant(released_at),
    approvedBy: approved_by ?? [],
    version: Number(release_version),
  };
}
