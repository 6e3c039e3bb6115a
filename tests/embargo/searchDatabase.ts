import { createDatabase, type Database, type DatabaseClient, sql } from '#db/client.ts';
import { type Role, roleUrl } from '#db/roles.ts';
import type { Report } from './report.ts';
import { mayStandInTables } from './secrets.ts';

/** The processes that the public reaches, and the one that releases. */
export const searchedRoles: readonly Role[] = ['saylau_web', 'saylau_live', 'saylau_aggregator'];

const mostRows = 50_000;

interface Relation extends Record<string, unknown> {
  schema: string;
  name: string;
  columns: string[];
}
interface Routine extends Record<string, unknown> {
  schema: string;
  name: string;
  types: string[];
}

/** As each role: every table, view, sequence, column and function of every schema, and the ways around them. */
export async function searchDatabase(owner: Database, ownerUrl: string, report: Report): Promise<void> {
  const relations = await listRelations(owner);
  const routines = await listRoutines(owner);
  await Promise.all(searchedRoles.map((role) => searchAs(role, { ownerUrl, relations, routines, report })));
}

interface Searched {
  ownerUrl: string;
  relations: readonly Relation[];
  routines: readonly Routine[];
  report: Report;
}

async function searchAs(role: Role, { ownerUrl, relations, routines, report }: Searched): Promise<void> {
  const client = createDatabase(roleUrl(ownerUrl, role), {
    applicationName: 'saylau-embargo',
    maxConnections: 1,
    settings: { statement_timeout: '10s' },
  });
  const isAllowed = role === 'saylau_web' ? mayStandInTables : () => false;
  const tell: Tell = (where, content) => report.look('database', `${role}: ${where}`, content, isAllowed);
  try {
    for (const relation of relations) await readRelation(client, relation, tell);
    for (const routine of routines) await run(client, callOf(routine), tell);
    for (const statement of waysAround) await run(client, statement, tell);
  } finally {
    await client.close();
  }
}

type Tell = (where: string, content: Buffer | string) => void;

const listRelations = (owner: Database) =>
  owner.execute<Relation>(sql`
    select n.nspname as schema, c.relname as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attnum > 0 and not a.attisdropped) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S', 't') group by n.nspname, c.relname order by 1, 2`);

const listRoutines = (owner: Database) =>
  owner.execute<Routine>(sql`
    select n.nspname as schema, p.proname as name,
      array(select format_type(t, null) from unnest(p.proargtypes) t) as types
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname not in ('pg_catalog', 'information_schema') and p.prorettype <> 'trigger'::regtype
    order by 1, 2, 3`);

/** All of it, or column by column where only some of it may be read. */
async function readRelation(client: DatabaseClient, { schema, name, columns }: Relation, tell: Tell): Promise<void> {
  const table = `${quote(schema)}.${quote(name)}`;
  if (await run(client, `select * from ${table} limit ${mostRows}`, tell)) return;
  for (const column of columns) await run(client, `select ${quote(column)} from ${table} limit ${mostRows}`, tell);
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** With the first number there is, or nothing, for every argument. */
function callOf({ schema, name, types }: Routine): string {
  const values = types.map((type) => (/int|numeric/.test(type) ? `1::${type}` : `null::${type}`));
  return `select ${quote(schema)}.${quote(name)}(${values.join(', ')})`;
}

/** Runs it and rolls it back; searches its rows, or what the refusal says. Whether it was allowed. */
async function run(client: DatabaseClient, statement: string, tell: Tell): Promise<boolean> {
  const { connection } = client;
  try {
    await connection.begin(async (tx) => {
      const rows = await tx.unsafe(statement);
      for (const row of rows)
        for (const value of Object.values(row)) if (Buffer.isBuffer(value)) tell(statement, value);
      tell(statement, JSON.stringify(rows, withoutBytes));
      throw new RolledBack();
    });
  } catch (error) {
    if (error instanceof RolledBack) return true;
    tell(`${statement} (refused)`, JSON.stringify(error, Object.getOwnPropertyNames(error)));
  }
  return false;
}

class RolledBack extends Error {}

function withoutBytes(_key: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';
  return isBytes ? undefined : value;
}

/** What a curious role may try beside reading: plans, statistics, files of the server, other roles, casts that quote what fails. */
const waysAround: readonly string[] = [
  'explain select * from sealed.file',
  'explain (analyze, verbose) select * from sealed.edition',
  'lock table sealed.edition in access share mode',
  'select 1 / (select count(*) from sealed.act)',
  "select (select string_agg(f::text, ',') from sealed.file f)::integer",
  "select table_to_xml('sealed.file', true, false, '')",
  "select schema_to_xml('sealed', true, false, '')",
  "select query_to_xml('select * from sealed.due', true, false, '')",
  "select table_to_xml('published.file', true, false, '')",
  "select * from pg_stats where schemaname in ('sealed', 'published')",
  'select * from pg_statistic',
  'select * from pg_stat_get_activity(null)',
  'select * from pg_prepared_statements',
  'select * from pg_cursors',
  "select pg_read_file('postgresql.auto.conf')",
  "select pg_read_binary_file(pg_relation_filepath('sealed.file'))",
  "select pg_relation_filepath(c.oid) from pg_class c where relnamespace = 'sealed'::regnamespace",
  "select pg_ls_dir('base')",
  'select pg_ls_waldir()',
  'select pg_ls_logdir()',
  'select lo_get(oid) from pg_largeobject_metadata',
  'select * from pg_largeobject',
  'create extension pg_walinspect',
  'create extension pageinspect',
  'create extension dblink',
  "select pg_create_logical_replication_slot('peek', 'test_decoding')",
  'set role saylau_counting',
  'set session authorization saylau_counting',
  'grant saylau_counting to current_user',
  "insert into published.edition (number, sealed_at, manifest_hash, approved_by) values (1, now(), 'x', '{}')",
  "insert into published.file (edition, path, media_type, sha256, size, bytes) values (0, 'x', 'x', '', 0, '')",
  "insert into board.publication_change (publish_at, announced_at, decided_by) values (now(), now(), '{}')",
  "update board.clock set origin_election = '2100-01-01'",
  "update sealed.edition set state = 'open'",
  'create table public.peek as select * from sealed.file',
  'create function pg_temp.peek() returns bigint language sql as $$ select count(*) from sealed.file $$; select pg_temp.peek()',
  'create temporary view peek as select * from sealed.due; select * from peek',
  "select has_schema_privilege('sealed', 'usage'), has_table_privilege('sealed.file', 'select')",
  'select published.release_due()',
  'select published.is_due()',
];
