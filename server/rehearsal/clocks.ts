import { setBoardClock, setVoteClock } from '#db/commands/setClock.ts';
import type { ElectionClock } from '#domain/clock.ts';
import type { RehearsalDatabases } from './rehearsal.ts';

/** The rehearsal's clock from now on: at `atMs` of the election, `speed` election seconds a second. */
export function clockAt(atMs: number, speed: number): ElectionClock {
  return {
    mode: 'rehearsal',
    originReal: new Date().toISOString(),
    originElection: new Date(atMs).toISOString(),
    speed,
  };
}

export async function setClocks(databases: RehearsalDatabases, clock: ElectionClock): Promise<void> {
  await setVoteClock(databases.vote.db, clock);
  await setBoardClock(databases.board.db, clock);
}
