import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqlState } from '#db/aggregate/serialization.ts';
import { type DatabaseClient, sql } from '#db/client.ts';
import { recordLot } from '#db/counting/recordLot.ts';
import { recordRetraction } from '#db/counting/recordRetraction.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import { type Role, roles } from '#db/roles.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { approveTwice, type SmallEditionOptions, sealSmallEdition } from '../../support/releaseEdition.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });
const outsiders = roles.filter((role) => role !== 'saylau_counting');

async function openWithDraft(options: SmallEditionOptions) {
  const database = await createTestDatabase();
  await loadSmallElection(database.client.db);
  return { database, draft: await sealSmallEdition(database, options) };
}

async function stateOf(client: DatabaseClient, statement: string): Promise<string> {
  try {
    await client.db.execute(sql.raw(statement));
    return 'allowed';
  } catch (error) {
    return sqlState(error) ?? 'unknown';
  }
}

describe('what is sealed', () => {
  let database: TestDatabase;
  let draft: Awaited<ReturnType<typeof sealSmallEdition>>;
  let objects: { kind: string; name: string }[];
  const connections = new Map<Role, DatabaseClient>();
  beforeAll(async () => {
    ({ database, draft } = await openWithDraft({}));
    await approveTwice(database, draft);
    await database.client.db.execute(sql`analyze`);
    for (const role of roles) connections.set(role, database.connectAs(role));
    objects = [
      ...(await database.client.db.execute<{ kind: string; name: string }>(sql`
        select c.relkind as kind, format('%I.%I', n.nspname, c.relname) as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'sealed' or c.oid in (
          select t.reltoastrelid from pg_class t where t.relnamespace = 'sealed'::regnamespace and t.reltoastrelid <> 0)`)),
    ];
  });
  afterAll(() => database.drop());
  const as = (role: Role) => connections.get(role) ?? database.client;

  it.each(outsiders)('is read by %s in no way', async (role) => {
    const readable = objects.filter(({ kind }) => ['r', 'v', 't', 'S'].includes(kind));
    expect(readable.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['r', 'v', 't', 'S']));
    for (const { name } of readable) {
      expect([name, await stateOf(as(role), `select * from ${name} limit 1`)]).toEqual([name, '42501']);
    }
    const rows = await as(role).db.execute(sql`
      select from pg_stats where schemaname = 'sealed' union all
      select from pg_sequences where schemaname = 'sealed' and last_value is not null`);
    expect(rows.length).toBe(0);
  });

  it('is read by its own role, so that the trial above can succeed', async () => {
    expect(await stateOf(as('saylau_counting'), 'select * from sealed.file limit 1')).toBe('allowed');
    const rows = await as('saylau_counting').db.execute(sql`select from pg_stats where schemaname = 'sealed'`);
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(outsiders)('gives %s no function but the release to the aggregator', async (role) => {
    const functions = await database.client.db.execute<{ call: string; may: boolean }>(sql`
      select p.oid::regprocedure::text as call, has_function_privilege(${role}, p.oid, 'execute') as may
      from pg_proc p where p.pronamespace in ('sealed'::regnamespace, 'published'::regnamespace)`);
    const may = functions.filter((row) => row.may).map(({ call }) => call);
    const release = ['published.is_due()', 'published.release_due()'];
    expect(may.sort()).toEqual(role === 'saylau_aggregator' ? release : []);
  });

  it('is not changed by the counting role once it is open', async () => {
    const client = as('saylau_counting');
    const row = `${draft.editionId}, 'file', 'other.json', 'text/plain', '', 0, 0, 0, ''`;
    for (const statement of [
      `insert into sealed.file values (${row})`,
      `update sealed.file set content = ''`,
      `delete from sealed.file`,
      `update sealed.edition set state = 'open'`,
      `insert into sealed.edition (number, source, sealed_by, sealed_at, manifest_hash, last_act, state)
        values (1, 'tally', 'x', now(), repeat('0', 64), 0, 'open')`,
      `update sealed.act set kind = 'approved'`,
      `delete from sealed.act`,
      `insert into published.edition (number, sealed_at, manifest_hash, approved_by) values (1, now(), '', '{}')`,
      `insert into board.publication_change (publish_at, announced_at, decided_by) values (now(), now(), '{}')`,
      `update board.version set version = version + 1`,
    ]) {
      expect([statement, await stateOf(client, statement)]).toEqual([statement, '42501']);
    }
  });

  it('is not opened when a file is not what its manifest says', async () => {
    const [row] = await as('saylau_counting').db.transaction(async (tx) => {
      const [made] = await tx.execute<{ id: string }>(sql`
        insert into sealed.edition (number, source, sealed_by, sealed_at, manifest_hash, last_act)
        values (1, 'tally', 'x', now(), ${draft.manifestHash}, 0) returning id`);
      await tx.execute(sql`
        insert into sealed.file select ${made?.id}::bigint, kind, path, media_type, sha256, size, gzip_size, br_size,
          case path when 'summary.json' then set_byte(content, 10, 65) else content end
        from sealed.file where edition_id = ${draft.editionId}`);
      return tx.execute<{ fault: string }>(sql`select sealed.open_draft(${made?.id}) as fault`);
    });
    expect(row?.fault).toBe('summary.json is not what the manifest says');
  });

  it('is not released by an aggregator that looks at an older moment than the objection', async () => {
    const aggregator = as('saylau_aggregator');
    const released = aggregator.connection.begin('isolation level repeatable read', async (tx) => {
      await tx`select published.is_due()`;
      const objection = {
        editionId: draft.editionId,
        manifestHash: draft.manifestHash,
        person: 'Chingiz',
        reason: 'no',
      };
      await recordVerdict(as('saylau_counting').db, { ...objection, verdict: 'objected' });
      return tx`select published.release_due()`;
    });
    await expect(released).rejects.toThrow(/needs read committed/);
  });

  it('does not stand in the error of a release that fails', async () => {
    const other = await openWithDraft({ votesOf: () => 17 });
    await approveTwice(other.database, other.draft);
    await other.database.client.db.execute(sql`
      insert into board.publication_change (publish_at, announced_at, decided_by) values (board.election_now(), board.election_now(), '{}')`);
    await other.database.client.db.execute(sql`alter table published.candidacy add check (votes <> 34)`);
    const failed = other.database.connectAs('saylau_aggregator').db.execute(sql`select published.release_due()`);
    const error: unknown = await failed.catch((reason: unknown) => reason);
    const cause = error instanceof Error ? error.cause : error;
    expect(sqlState(error)).toBe('23514');
    expect(JSON.stringify(cause, Object.getOwnPropertyNames(cause))).not.toMatch(/\b34\b|Failing row/);
    await other.database.drop();
  });
});

describe('how large it is', () => {
  /** What any role may ask of the tables: pages on disk and rows ever written. */
  const measure = async (database: TestDatabase) => {
    // A connection tells what it wrote when it ends.
    await database.client.db.execute(sql`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
    const rows = await database.connectAs('saylau_web').db.execute<{ name: string; bytes: string; rows: string }>(sql`
      select regexp_replace(coalesce(i.indrelid, t.oid, c.oid)::regclass::text || ' ' || c.relname, '\\d{4,}', '', 'g') as name, pg_relation_size(c.oid) as bytes,
        pg_stat_get_tuples_inserted(c.oid) + pg_stat_get_tuples_updated(c.oid) + pg_stat_get_tuples_deleted(c.oid) as rows
      from pg_class c left join pg_index i on i.indexrelid = c.oid left join pg_class t on t.reltoastrelid in (c.oid, i.indrelid) and t.relkind = 'r'
      where coalesce(t.relnamespace, c.relnamespace) = (select oid from pg_namespace where nspname = 'sealed') order by 1`);
    return rows.map(({ name, bytes, rows: written }) => [name, Number(bytes), Number(written)]);
  };

  it('tells nothing of the figures, nor whether a lot was drawn', async () => {
    const [even, uneven] = [
      await openWithDraft({ votesOf: () => 20 }),
      await openWithDraft({ votesOf: (n) => (n > 1 ? 0 : 99) }),
    ];
    expect([even.draft.tied, uneven.draft.tied]).toEqual([3, 2]);
    const order = ['council-A-1-2', 'council-A-1-3', 'council-A-1-1'];
    const lot = { contestId: 'council-A-1', order, drawnBy: 'Chair', recordedBy: 'Clerk' };
    await recordLot(even.database.connectAs('saylau_counting').db, lot);
    const retraction = { contestId: 'council-A-1', reason: names('a complaint'.repeat(20)), decidedBy: 'Court' };
    await recordRetraction(uneven.database.connectAs('saylau_counting').db, retraction);
    const sizes = await measure(even.database);
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.some(([, bytes, written]) => Number(bytes) > 400_000 && Number(written) > 100)).toBe(true);
    expect(await measure(uneven.database)).toEqual(sizes);
    await Promise.all([even.database.drop(), uneven.database.drop()]);
  });
});
