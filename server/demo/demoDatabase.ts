import { join } from 'node:path';
import { createDatabase, sql } from '#db/client.ts';
import { type EmbeddedCluster, startEmbedded } from '#db/embedded.ts';
import { Conflict } from '#domain/errors.ts';

export interface DemoDatabase {
  /** The owner's address. */
  url: string;
  stop(): Promise<void>;
}

const databaseName = 'saylau';

/** PostgreSQL on the demo's own folder; it is started again when it ends by itself. */
export async function startOwnDatabase(
  dataDir: string,
  tell: (line: string) => void,
  fail: (error: unknown) => void,
): Promise<DemoDatabase> {
  let stopping = false;
  let cluster = await startEmbedded({ dataDir });
  const { port } = cluster;
  const watch = (running: EmbeddedCluster) => {
    void running.ended
      .then(async () => {
        if (stopping) return;
        tell('PostgreSQL ended; starting it again');
        cluster = await startEmbedded({ dataDir, port });
        watch(cluster);
      })
      .catch(fail);
  };
  watch(cluster);
  await createDatabaseIfMissing(cluster.url('postgres'));
  return {
    url: cluster.url(databaseName),
    stop: async () => {
      stopping = true;
      await cluster.stop();
    },
  };
}

async function createDatabaseIfMissing(adminUrl: string): Promise<void> {
  const admin = createDatabase(adminUrl, { applicationName: 'saylau-demo', maxConnections: 1 });
  try {
    const found = await admin.db.execute(sql`select from pg_database where datname = ${databaseName}`);
    if (found.length === 0) await admin.db.execute(sql.raw(`create database ${databaseName}`));
  } finally {
    await admin.close();
  }
}

/** A database of the operator's. Throws Conflict where schemas of these names are somebody else's, or it runs a real election. */
export async function checkForeignDatabase(url: string): Promise<DemoDatabase> {
  const client = createDatabase(url, { applicationName: 'saylau-demo', maxConnections: 1 });
  try {
    const [found] = await client.db.execute<{ ours: boolean; taken: string | null; live: boolean }>(sql`
      select to_regclass('saylau_migrations.board') is not null as ours,
        (select string_agg(nspname, ', ' order by nspname) from pg_namespace where nspname in ('board', 'vote', 'saylau_migrations')) as taken,
        to_regclass('board.clock') is not null as live`);
    if (found?.taken && !found.ours) {
      throw new Conflict(
        `the database at DATABASE_URL has schemas of another program (${found.taken}): name an empty database`,
      );
    }
    if (found?.live) {
      const clocks = await client.db.execute(sql`select from board.clock where mode = 'live'`);
      if (clocks.length > 0)
        throw new Conflict('the database at DATABASE_URL holds a real election: a rehearsal never touches it');
    }
    return { url, stop: async () => {} };
  } catch (error) {
    if (error instanceof Conflict) throw error;
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new Error(
      `the database at DATABASE_URL does not answer: ${cause instanceof Error ? cause.message || cause.name : cause}`,
    );
  } finally {
    await client.close();
  }
}

export function logFolderOf(dataDir: string): string {
  return join(dataDir, 'logs');
}
