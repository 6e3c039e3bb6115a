import { type Actor, may, type Place } from '#domain/staff/policy.ts';
import { type Database, sql } from '../client.ts';

export interface Assignee {
  id: string;
  name: string;
}

/** Who may work on an incident there, by name. */
export async function listAssignees(db: Database, place: Place): Promise<Assignee[]> {
  const rows = await db.execute<{ id: string; name: string; role: Actor['role']; region_code: string | null }>(sql`
    select id, name, role, region_code from auth.person
    where disabled_at is null and role in ('duty', 'leadership')
      and (region_code is null or region_code = ${place.regionCode}) order by name, id`);
  return rows
    .filter(({ role, region_code }) =>
      may({ role, regionCode: region_code, districtCode: null, commissionLevel: null }, 'incident.update', place),
    )
    .map(({ id, name }) => ({ id, name }));
}
