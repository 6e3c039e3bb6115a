import { beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { openTestDatabase } from '../../support/database.ts';

const database = openTestDatabase();

/** What a role may do with each table of a schema, by the database's own word. */
async function rightsOf(db: DatabaseClient['db'], schema: string): Promise<Record<string, string>> {
  const rows = await db.execute<{ role: string; table: string; rights: string }>(sql`
    select r.rolname as role, c.relname as table, string_agg(p.privilege, ' ' order by p.position) as rights
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = ${schema}
    cross join pg_roles r
    cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'trigger']) with ordinality as p (privilege, position)
    where c.relkind in ('r', 'v') and r.rolname like 'saylau\_%'
      and has_schema_privilege(r.rolname, n.nspname, 'usage')
      and (has_table_privilege(r.rolname, c.oid, p.privilege)
        or (p.privilege in ('select', 'insert', 'update') and has_any_column_privilege(r.rolname, c.oid, p.privilege)))
    group by 1, 2`);
  return Object.fromEntries(rows.map(({ role, table, rights }) => [`${role} ${table}`, rights]));
}

describe('the tables of staff', () => {
  let auth: Record<string, string>;
  let ops: Record<string, string>;
  beforeAll(async () => {
    auth = await rightsOf(database.client.db, 'auth');
    ops = await rightsOf(database.client.db, 'ops');
  });

  it('are the web’s alone, and it deletes nobody', () => {
    const all = 'select insert update delete';
    expect(auth).toEqual({
      'saylau_web person': 'select insert update',
      'saylau_web account': all,
      'saylau_web session': all,
      'saylau_web verification': all,
      'saylau_web second_factor': all,
      'saylau_web used_code': all,
      'saylau_web password_link': all,
    });
  });

  it('let the web read the audit log, and nobody write it but through its function', () => {
    const ofAudit = Object.entries(ops).filter(([key]) => / audit(_head)?$/.test(key));
    expect(ofAudit).toEqual([['saylau_web audit', 'select']]);
  });
});
