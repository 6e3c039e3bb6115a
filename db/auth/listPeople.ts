import type { StaffPerson } from '#domain/staff/staffPerson.ts';
import { type Database, sql, toInstant } from '../client.ts';

/** Everybody, by name; who is disabled last. */
export async function listPeople(db: Database): Promise<StaffPerson[]> {
  const rows = await db.execute<StaffPerson & Record<string, unknown>>(sql`
    select p.id, p.name, p.email, p.role, p.commission_level as "commissionLevel", p.region_code as "regionCode",
      p.district_code as "districtCode", p.two_factor_enabled as "secondFactor",
      exists (select from auth.account a where a.user_id = p.id and a.password is not null) as "hasPassword",
      p.disabled_at is not null as disabled, p.last_seen_at as "lastSeenAt",
      (select count(*)::int from auth.session s where s.user_id = p.id and s.expires_at > clock_timestamp()) as "openSessions"
    from auth.person p order by p.disabled_at is not null, p.name, p.id`);
  return rows.map((row) => ({ ...row, lastSeenAt: row.lastSeenAt && toInstant(row.lastSeenAt) }));
}
