import { createDatabase, type Database, type DatabaseClient, sql } from '#db/client.ts';
import type { Report } from './report.ts';
import { listSearchedRoles, type SearchedRole } from './searchedRoles.ts';
import { waysAround } from './waysAround.ts';

const mostRows = 50_000;

interface Relation extends Record<string, unknown> {
  schema: string;
  name: string;
  columns: string[];
  /** Says the same to every role: it is read by one. */
  is_common: boolean;
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
  const roles = await listSearchedRoles(owner);
  const common = relations.filter(({ is_common }) => is_common);
  const own = relations.filter(({ is_common }) => !is_common);
  await Promise.all(
    roles.map((role, index) => searchAs(role, { ownerUrl, own, common: index === 0 ? common : [], routines, report })),
  );
}

interface Searched {
  ownerUrl: string;
  own: readonly Relation[];
  /** Of which one role reads enough. */
  common: readonly Relation[];
  routines: readonly Routine[];
  report: Report;
}

async function searchAs(
  { name, urlOf, isAllowed }: SearchedRole,
  { ownerUrl, own, common, routines, report }: Searched,
): Promise<void> {
  const client = createDatabase(urlOf(ownerUrl), {
    applicationName: 'saylau-embargo',
    maxConnections: 1,
    settings: { statement_timeout: '10s' },
  });
  const tell: Tell = (where, content) => report.look('database', `${name}: ${where}`, content, isAllowed);
  try {
    const tries: (() => Promise<unknown>)[] = [
      ...own.map((relation) => () => readRelation(client, relation, tell)),
      ...[...routines.map(callOf), ...waysAround].map((statement) => () => run(client, statement, tell)),
      // Most of the bytes, and the least likely place.
      ...common.map((relation) => () => readRelation(client, relation, tell)),
    ];
    for (const tryOne of tries) {
      if (report.isEnough('database')) return;
      await tryOne();
    }
  } finally {
    await client.close();
  }
}

type Tell = (where: string, content: Buffer | string) => void;

const listRelations = (owner: Database) =>
  owner.execute<Relation>(sql`
    select n.nspname as schema, c.relname as name,
      array_agg(a.attname::text order by a.attnum) filter (where a.attnum > 0 and not a.attisdropped) as columns,
      -- Of the catalogue what everybody reads; of the standard's views, which show parts of it, all.
      bool_or(n.nspname = 'information_schema'
        or (n.nspname = 'pg_catalog' and c.relkind = 'r' and has_table_privilege('public', c.oid, 'select'))) as is_common
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
