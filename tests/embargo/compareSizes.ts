import { createDatabase, type Database, sql } from '#db/client.ts';
import type { Report } from './report.ts';
import { listSearchedRoles, type SearchedRole } from './searchedRoles.ts';

const settleMs = 3_000;

/** What a role may ask of tables that it cannot read: how large they are, and how many rows were ever written to them. */
const footprint = sql`
  select n.nspname || '.' || c.relname as name, c.relkind as kind, pg_relation_size(c.oid) as bytes,
    pg_total_relation_size(c.oid) as total, c.relpages, c.reltuples, s.n_tup_ins, s.n_tup_upd, s.n_tup_del, s.n_live_tup,
    s.n_dead_tup, t.relname is not null as has_toast, pg_relation_size(t.oid) as toast_bytes, t.relpages as toast_pages,
    t.reltuples as toast_rows, st.n_tup_ins as toast_ins
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  left join pg_class t on t.oid = c.reltoastrelid
  left join pg_stat_all_tables s on s.relid = c.oid left join pg_stat_all_tables st on st.relid = t.oid
  where n.nspname in ('sealed', 'published') order by 1`;

/** Two elections that differ in nothing but their figures must look the same to who may not read them. */
export async function compareSizes(
  left: { owner: Database; url: string },
  right: { owner: Database; url: string },
  report: Report,
): Promise<void> {
  for (const { owner } of [left, right]) {
    const tables = await owner.execute<{ name: string }>(sql`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('sealed', 'published') order by 1`);
    // What autovacuum would do sooner or later.
    for (const { name } of tables) await owner.execute(sql.raw(`vacuum analyze ${name}`));
  }
  const roles = await listSearchedRoles(left.owner);
  await Promise.all(roles.map((role) => compareAs(role, [left.url, right.url], report)));
}

async function compareAs({ name, urlOf }: SearchedRole, urls: readonly string[], report: Report): Promise<void> {
  const clients = urls.map((url) =>
    createDatabase(urlOf(url), { applicationName: 'saylau-embargo', maxConnections: 1 }),
  );
  try {
    const look = () =>
      Promise.all(clients.map(async ({ db }) => (await db.execute(footprint)).map((row) => JSON.stringify(row))));
    // The server writes its statistics a moment after the fact.
    const deadline = Date.now() + settleMs;
    let [one = [], other = []] = await look();
    while (one.join() !== other.join() && Date.now() < deadline) [one = [], other = []] = await look();
    for (const [index, row] of one.entries())
      if (row !== other[index])
        report.problem('sizes', name, `${row} is ${other[index]} where only the figures differ`);
  } finally {
    for (const client of clients) await client.close();
  }
}
