import type { ElectionClock } from '#domain/clock.ts';
import { type Database, sql } from '../client.ts';

/** Sets the board's clock; every process reads it with the board. */
export async function setBoardClock(db: Database, clock: ElectionClock): Promise<void> {
  const { originReal, originElection, speed } = settingsOf(clock);
  await db.execute(sql`
    insert into board.clock (mode, origin_real, origin_election, speed)
    values (${clock.mode}, ${originReal}, ${originElection}, ${speed})
    on conflict (only_row) do update set mode = excluded.mode, origin_real = excluded.origin_real,
      origin_election = excluded.origin_election, speed = excluded.speed`);
}

/** Sets the reference vote database's clock, by which it opens and closes its windows. */
export async function setVoteClock(db: Database, clock: ElectionClock): Promise<void> {
  const { originReal, originElection, speed } = settingsOf(clock);
  await db.execute(sql`
    update vote.clock set mode = ${clock.mode}, origin_real = ${originReal}, origin_election = ${originElection}, speed = ${speed}`);
}

function settingsOf(clock: ElectionClock): { originReal: string; originElection: string; speed: number } {
  if (clock.mode === 'rehearsal') return clock;
  const now = new Date().toISOString();
  return { originReal: now, originElection: now, speed: 1 };
}
