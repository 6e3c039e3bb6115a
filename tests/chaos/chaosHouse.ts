import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkLedger } from '#db/aggregate/checkLedger.ts';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { createDatabase, type DatabaseClient } from '#db/client.ts';
import { migrate } from '#db/migrate.ts';
import { getFeed } from '#db/queries/getFeed.ts';
import { openRoles } from '#db/roles.ts';
import { startOwnDatabase } from '#server/demo/demoDatabase.ts';
import { openSigningKey } from '#server/demo/demoSigningKey.ts';
import { listPrograms } from '#server/demo/programs.ts';
import { type Supervised, supervise } from '#server/demo/supervise.ts';
import { readPackage } from '#server/packages/readPackage.ts';
import { clockAt, setClocks } from '#server/rehearsal/clocks.ts';
import { prepareRehearsal } from '#server/rehearsal/prepareRehearsal.ts';
import { until } from '../support/liveServer.ts';
import { makeOpenFolder } from '../support/startCluster.ts';

export type Victim = 'aggregator' | 'standby' | 'live' | 'rehearsal' | 'postgres';
export const victims: readonly Victim[] = ['aggregator', 'standby', 'live', 'rehearsal', 'postgres'];

export interface ChaosHouse {
  pidOf(victim: Victim): number;
  /** Version and events now; throws while the database is away. */
  progress(): Promise<{ version: number; events: number }>;
  /** Resolves once more events were folded than now. */
  moves(): Promise<void>;
  differences(): Promise<number>;
  stop(): Promise<void>;
}

const packageFolder = 'elections/kz-primaries-2020';
const atMs = Date.parse('2020-10-01T09:00:00+06:00');

/** The whole house but the pages, with two aggregators, playing the primaries under a durable PostgreSQL of its own. */
export async function openChaosHouse(livePort: number, tell: (line: string) => void): Promise<ChaosHouse> {
  const dataDir = makeOpenFolder('saylau-chaos-');
  const failures: unknown[] = [];
  const database = await startOwnDatabase(dataDir, tell, (error) => failures.push(error));
  await migrate(database.url, ['vote-events', 'vote-reference', 'board', 'ops']);
  await openRoles(database.url);
  const owner: DatabaseClient = createDatabase(database.url, { applicationName: 'saylau-chaos', maxConnections: 2 });
  const databases = { vote: owner, board: owner };
  await prepareRehearsal(databases, { source: await readPackage(packageFolder), seed: 1 }, atMs);
  await foldTurnout(owner.db);

  openSigningKey(dataDir);
  const options = { at: '', speed: 0, webPort: 0, livePort, dataDir, packageFolder, seed: 1, reset: false, dev: false };
  const programs = listPrograms(options, database.url);
  const running = new Map<Victim, Supervised>();
  for (const name of ['aggregator', 'standby', 'live', 'rehearsal'] as const) {
    const program = programs.find((candidate) => candidate.name === (name === 'standby' ? 'aggregator' : name));
    if (!program) throw new Error(`no program ${name}`);
    running.set(
      name,
      supervise({ ...program, name }, join(dataDir, 'logs'), tell, (error) => failures.push(error)),
    );
  }
  await Promise.all([...running.values()].map((program) => program.ready));
  await setClocks(databases, clockAt(atMs, 300));

  const progress = async () => {
    if (failures.length > 0) throw failures[0];
    const feed = await getFeed(owner.db);
    return { version: feed.version, events: feed.foldedEvents };
  };
  return {
    pidOf: (victim) => {
      if (victim === 'postgres')
        return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
      return running.get(victim)?.pid() ?? 0;
    },
    progress,
    moves: async () => {
      let from: number | undefined;
      await until(async () => {
        const { events } = await progress();
        from ??= events;
        return events > from;
      }, 40_000);
    },
    differences: async () => (await checkLedger(owner.db)).differences.length,
    stop: async () => {
      for (const program of running.values()) await program.stop();
      await owner.close();
      await database.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
