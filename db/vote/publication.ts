import { createHmac } from 'node:crypto';
import { Conflict } from '#domain/errors.ts';
import { createDatabase, type DatabaseClient, sql } from '../client.ts';

export const turnoutPublication = 'saylau_turnout';
export const replicationRole = 'saylau_replication';

/** What leaves the vote database: the columns of the contract, but for `xid`, which only means something where it was written. */
const publishedColumns = {
  authorization: 'id, district_code, channel, occurred_at',
  refusal: 'id, district_code, channel, reason, occurred_at',
  ballot: 'id, district_code, channel, occurred_at',
  turnout_correction: 'id, district_code, channel, delta_authorized, delta_voted, reason, decided_by, occurred_at',
};
const tableList = Object.entries(publishedColumns)
  .map(([table, columns]) => `vote.${table} (${columns})`)
  .join(', ');

export interface PublicationReport {
  publication: string;
  /** Things that work but will hurt. */
  warnings: string[];
}

/** Publishes the events of a vote database, inserts only; safe to run twice. Throws Conflict where the server cannot. */
export async function publishTurnout(db: DatabaseClient['db']): Promise<PublicationReport> {
  await requireLogicalServer(db);
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('saylau.publish'))`);
    const [existing] = await tx.execute<{ all: boolean }>(
      sql`select puballtables as "all" from pg_publication where pubname = ${turnoutPublication}`,
    );
    if (existing?.all) {
      throw new Conflict(
        `publication ${turnoutPublication} publishes all tables, choices too: drop it, then publish again`,
      );
    }
    await tx.execute(
      sql.raw(
        existing
          ? `alter publication ${turnoutPublication} set table ${tableList}`
          : `create publication ${turnoutPublication} for table ${tableList} with (publish = 'insert')`,
      ),
    );
    await tx.execute(sql.raw(`alter publication ${turnoutPublication} set (publish = 'insert')`));
  });
  return { publication: turnoutPublication, warnings: await listWarnings(db) };
}

async function requireLogicalServer(db: DatabaseClient['db']): Promise<void> {
  const [server] = await db.execute<{ version: number; wal_level: string; migrated: boolean }>(sql`
    select current_setting('server_version_num')::int as version, current_setting('wal_level') as wal_level,
      to_regclass('vote.turnout_correction') is not null as migrated
  `);
  if (!server || server.version < 150_000)
    throw new Conflict('publishing needs PostgreSQL 15 or newer: older ones have no column lists');
  if (server.wal_level !== 'logical') {
    throw new Conflict(
      `the vote database has wal_level = ${server.wal_level}: set wal_level = logical in its postgresql.conf, restart it, and run this again`,
    );
  }
  if (!server.migrated)
    throw new Conflict('this database has no vote events: run the migrations on it, or name the vote database');
}

async function listWarnings(db: DatabaseClient['db']): Promise<string[]> {
  const [setting] = await db.execute<{ keep: string }>(sql`select current_setting('max_slot_wal_keep_size') as keep`);
  return setting?.keep === '-1'
    ? [
        'max_slot_wal_keep_size is unlimited: while a board is away its WAL piles up until the disk is full and voting stops; set a limit',
      ]
    : [];
}

/** Lets a role read the published columns and follow the log; returns the address a board subscribes with. */
export async function openReplicationRole(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  url.password = createHmac('sha256', `${url.username}:${url.password}@${url.host}`)
    .update(replicationRole)
    .digest('hex');
  url.username = replicationRole;
  const client = createDatabase(ownerUrl, { applicationName: 'saylau-publish', maxConnections: 1 });
  try {
    await client.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('saylau.roles'))`);
      const [existing] = await tx.execute(sql`select from pg_roles where rolname = ${replicationRole}`);
      await tx.execute(
        sql.raw(
          `${existing ? 'alter' : 'create'} role ${replicationRole} login replication password '${url.password}'`,
        ),
      );
      await tx.execute(sql.raw(`grant usage on schema vote to ${replicationRole}`));
      for (const [table, columns] of Object.entries(publishedColumns)) {
        await tx.execute(sql.raw(`grant select (${columns}) on vote.${table} to ${replicationRole}`));
      }
    });
  } finally {
    await client.close();
  }
  return url.href;
}
