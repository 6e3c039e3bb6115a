import { NotFound } from '#domain/errors.ts';
import { createDatabase, sql } from '../client.ts';
import { turnoutPublication } from './publication.ts';
import { reasonOf } from './reasonOf.ts';

export interface VoteSource {
  cluster: string;
  /** Null where the board's slot is not there, `lost` where the server gave up keeping the log for it. */
  slotStatus: string | null;
}

/** Throws NotFound where nothing answers or nothing is published; `slot` is the board's. */
export async function readSource(voteUrl: string, slot: string): Promise<VoteSource> {
  const source = createDatabase(voteUrl, { applicationName: 'saylau-subscribe', maxConnections: 1 });
  try {
    const [row] = await source.db.execute<{
      cluster: string;
      wal_level: string;
      published: boolean;
      slot_status: string | null;
    }>(sql`
      select system_identifier::text as cluster, current_setting('wal_level') as wal_level,
        exists (select from pg_publication where pubname = ${turnoutPublication}) as published,
        (select coalesce(wal_status, 'reserved') from pg_replication_slots
          where slot_name = ${slot} and database = current_database()) as slot_status
      from pg_control_system()
    `);
    if (row?.wal_level !== 'logical' || !row.published) {
      throw new NotFound('the vote database publishes nothing yet: run vote:publish on it first');
    }
    return { cluster: row.cluster, slotStatus: row.slot_status };
  } catch (error) {
    if (error instanceof NotFound) throw error;
    throw new NotFound(`the vote database does not answer: ${reasonOf(error)}`);
  } finally {
    await source.close();
  }
}
