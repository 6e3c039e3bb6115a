import { randomUUID } from 'node:crypto';
import { type Database, sql } from '#db/client.ts';
import { roles, roleUrl } from '#db/roles.ts';
import { mayStandInTables } from './secrets.ts';

/** A role that must not see what is sealed. */
export interface SearchedRole {
  name: string;
  /** The address it connects to a database with. */
  urlOf(ownerUrl: string): string;
  /** What of the staff's secrets it may read all the same. */
  isAllowed(found: string): boolean;
}

/** As the database lists them, so that a new one is searched too: all but superusers, PostgreSQL's own and the counting people. */
export async function listSearchedRoles(owner: Database): Promise<SearchedRole[]> {
  const rows = await owner.execute<{ name: string }>(sql`
    select rolname as name from pg_roles
    where not rolsuper and rolname not like 'pg\\_%' and rolname <> 'saylau_counting' order by 1`);
  return Promise.all(rows.map(({ name }) => toRole(owner, name)));
}

async function toRole(owner: Database, name: string): Promise<SearchedRole> {
  const isAllowed = name === 'saylau_web' ? mayStandInTables : () => false;
  const known = roles.find((role) => role === name);
  if (known) return { name, isAllowed, urlOf: (ownerUrl) => roleUrl(ownerUrl, known) };
  const password = randomUUID();
  await owner.execute(sql.raw(`alter role "${name.replaceAll('"', '""')}" login password '${password}'`));
  return { name, isAllowed, urlOf: (ownerUrl) => Object.assign(new URL(ownerUrl), { username: name, password }).href };
}
