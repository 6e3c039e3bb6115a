import { setTimeout as delay } from 'node:timers/promises';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { sqlState } from '#db/aggregate/serialization.ts';
import { isZeroFeedStale } from '#db/counting/isZeroFeedStale.ts';
import { findRehearsal } from '#db/vote/rehearsal.ts';
import { readPackage } from '#server/packages/readPackage.ts';
import { clockAt, setClocks } from '#server/rehearsal/clocks.ts';
import { bringResults, prepareRehearsal } from '#server/rehearsal/prepareRehearsal.ts';
import { firstCountMs } from '#server/rehearsal/rehearsal.ts';
import { type Demo, startDemo } from '../support/startDemo.ts';

/** 2 October 2020, 17:00 in Almaty: the public record says that 446,297 had voted. */
export const recordMs = Date.parse('2020-10-02T17:00:00+06:00');

export interface Board extends Demo {
  /** Lets the election's clock run from `atMs` at `speed`; 0 stands. */
  run(atMs: number, speed: number): Promise<void>;
  /** Loads the election anew as it stood at `atMs`, clock standing. */
  load(atMs: number): Promise<void>;
  /** The same for a test that changes nothing of it: goes on from where the rehearsal is, which takes less, if it has not passed `atMs`. */
  bring(atMs: number): Promise<void>;
  /** Waits until the player has put the zero feed out, which takes the machine for seconds: for what is timed. */
  settle(): Promise<void>;
}

/** The demo of the scenario that all files of a worker share. */
export async function startBoard(): Promise<Board> {
  const demo = await startDemo(['--at', '2020-10-02T17:00', '--speed', '0']);
  const databases = { vote: demo.owner, board: demo.owner };
  const rehearsal = { source: await readPackage('elections/kz-primaries-2020'), seed: 2020 };
  const foldAll = async () => {
    while ((await foldTurnout(demo.owner.db)).outcome !== 'unchanged');
  };
  const load = async (atMs: number) => {
    await demo.owner.connection.unsafe(
      'truncate vote."authorization", vote.refusal, vote.ballot, vote.turnout_correction, vote.rehearsal cascade',
    );
    await beside(() => prepareRehearsal(databases, rehearsal, atMs));
    await foldAll();
  };
  const isPlayed = async (atMs: number) => ((await findRehearsal(demo.owner.db))?.playedUntilMs ?? 0) >= atMs;
  return {
    ...demo,
    load,
    settle: async () => {
      while (await isZeroFeedStale(demo.owner.db)) await delay(200);
    },
    run: (atMs, speed) => setClocks(databases, clockAt(atMs, speed)),
    bring: async (atMs) => {
      if (await isPlayed(atMs + 1)) return load(atMs);
      const votingMs = Math.min(atMs, firstCountMs(rehearsal.source));
      await setClocks(databases, clockAt(votingMs, 0));
      while (!(await isPlayed(votingMs))) await delay(100);
      if (votingMs < atMs) await beside(() => bringResults(databases, rehearsal, atMs));
      await foldAll();
    },
  };
}

/** The demo loads before its player starts; here it plays on, and PostgreSQL may end one of the two in a deadlock. */
async function beside(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (sqlState(error) !== '40P01' || attempt === 5) throw error;
    }
  }
}
