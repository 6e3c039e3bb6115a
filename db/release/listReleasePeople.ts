import { type Database, sql } from '../client.ts';

/** Names of those who count, and of those who can approve: not disabled, and with their second factor set up. */
export async function listReleasePeople(db: Database): Promise<{ approvers: string[]; counting: string[] }> {
  const rows = await db.execute<{ name: string; role: 'approver' | 'counting' }>(sql`
    select name, role from auth.person
    where disabled_at is null and (role = 'counting' or role = 'approver' and two_factor_enabled) order by name, id`);
  const names = (role: string) => rows.filter((row) => row.role === role).map(({ name }) => name);
  return { approvers: names('approver'), counting: names('counting') };
}
