import { electionNowMs } from '#domain/electionNow.ts';
import type { Detector } from '#domain/incidents/incident.ts';
import { type Database, sql } from '../client.ts';

/** Events so young may still be under way to the board (real time, ms). */
const settleMs = 2_000;
/** A rehearsal faster than this may be behind its own clock: it is judged up to what it has written. */
const fastSpeed = 10;

export type Limits = Record<string, number>;

/** Up to when the board can be judged, and by which limits. */
export interface DetectorMoment {
  /** Election time, ISO. */
  at: string;
  /** Since the vote database was last read, real time. */
  lagSeconds: number;
  /** Whether any channel may be voted through at `at`, and since when, ISO. */
  openSince: string | null;
  limits(detector: Detector): Limits;
}

/** Null before a package was loaded. */
export async function getDetectorMoment(db: Database): Promise<DetectorMoment | null> {
  const [row] = await db.execute<{
    checked_at: string;
    lag: number;
    mode: 'live' | 'rehearsal';
    origin_real: string;
    origin_election: string;
    speed: number;
    newest: string | null;
  }>(sql`
    select c.checked_at, extract(epoch from clock_timestamp() - c.checked_at)::float8 as lag, k.mode, k.origin_real,
      k.origin_election, k.speed, (
        select max(m.minute) from board.turnout_minute m
        where m.unit_code = (select code from board.unit where level = 'country')) as newest
    from board.checkpoint c cross join board.clock k where c.source = 'vote'`);
  if (!row) return null;
  const clock =
    row.mode === 'live'
      ? ({ mode: 'live' } as const)
      : ({
          mode: 'rehearsal',
          originReal: new Date(row.origin_real).toISOString(),
          originElection: new Date(row.origin_election).toISOString(),
          speed: row.speed,
        } as const);
  const settledMs = electionNowMs(clock, Date.parse(row.checked_at) - settleMs);
  const writtenMs = row.speed > fastSpeed && row.newest !== null ? Date.parse(row.newest) : settledMs;
  const at = new Date(Math.min(settledMs, writtenMs)).toISOString();
  const limits = await db.execute<{ detector: string; name: string; value: number }>(sql`
    select detector, name, value from ops.detector_limit`);
  return {
    at,
    lagSeconds: row.lag,
    openSince: await findOpening(db, at),
    limits: (detector) =>
      Object.fromEntries(limits.filter((limit) => limit.detector === detector).map(({ name, value }) => [name, value])),
  };
}

/** The earliest opening of the windows in force that are open then. */
async function findOpening(db: Database, at: string): Promise<string | null> {
  const [row] = await db.execute<{ opens_at: string | null }>(sql`
    select min(opens_at) as opens_at from (
      select distinct on (channel) opens_at, closes_at from board.window_change where announced_at <= ${at}
      order by channel, announced_at desc, id desc
    ) in_force where opens_at <= ${at} and closes_at > ${at}`);
  return row?.opens_at ? new Date(row.opens_at).toISOString() : null;
}
