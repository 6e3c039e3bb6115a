import { fileURLToPath } from 'node:url';
import { migrate as applyFolder } from 'drizzle-orm/postgres-js/migrator';
import { createDatabase, sql } from './client.ts';

/**
 * `board`: the aggregation layer. `vote-events`: the event tables it reads, also on a board database that is subscribed to
 * another cluster. `vote-reference`: the reference vote database on top of the events. `ops`: the people who work here and their
 * audit log; it needs `board`.
 */
export type MigrationSet = 'vote-events' | 'vote-reference' | 'board' | 'ops';

/** Brings a database to the newest schema; safe to run twice and by two at once. */
export async function migrate(url: string, sets: readonly MigrationSet[]): Promise<void> {
  const client = createDatabase(url, { applicationName: 'saylau-migrate', maxConnections: 1 });
  try {
    await client.db.execute(sql`select pg_advisory_lock(hashtext('saylau.migrate'))`);
    for (const set of sets) {
      const migrationsFolder = fileURLToPath(new URL(`./migrations/${set}`, import.meta.url));
      await applyFolder(client.db, {
        migrationsFolder,
        migrationsSchema: 'saylau_migrations',
        migrationsTable: set.replace('-', '_'),
      });
    }
  } finally {
    await client.close();
  }
}
