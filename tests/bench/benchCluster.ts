import { rmSync } from 'node:fs';
import { createDatabase, sql } from '#db/client.ts';
import { startEmbedded } from '#db/embedded.ts';
import { makeOpenFolder } from '#tests/support/startCluster.ts';

export interface BenchCluster {
  version: string;
  /** The owner's address of a database, which is made when it is missing. */
  createDatabase(name: string): Promise<string>;
  /** Ended before the cluster is, the latest first. */
  defer(end: () => Promise<void>): void;
}

/** Runs `measure` beside a PostgreSQL of its own with the settings that the demo has, and leaves nothing behind. */
export async function withCluster(measure: (cluster: BenchCluster) => Promise<void>): Promise<void> {
  const dataDir = makeOpenFolder('saylau-bench-');
  const ends: (() => Promise<void>)[] = [async () => rmSync(dataDir, { recursive: true, force: true })];
  let cleaned: Promise<void> | undefined;
  const cleanUp = () => {
    cleaned ??= (async () => {
      for (const end of ends.reverse()) await end().catch(() => {});
    })();
    return cleaned;
  };
  // Not `once`: npm and a terminal may send a signal twice, and the second must not cut the cleaning short.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void cleanUp().then(() => process.exit(130)));
  }
  try {
    const cluster = await startEmbedded({ dataDir });
    ends.push(() => cluster.stop());
    const admin = createDatabase(cluster.url('postgres'), { applicationName: 'saylau-bench', maxConnections: 1 });
    ends.push(() => admin.close());
    const [row] = await admin.db.execute<{ server_version: string }>(sql`show server_version`);
    await measure({
      version: row?.server_version ?? 'unknown',
      createDatabase: async (name) => {
        await admin.db.execute(sql.raw(`create database ${name}`));
        return cluster.url(name);
      },
      defer: (end) => ends.push(end),
    });
  } finally {
    await cleanUp();
  }
}
