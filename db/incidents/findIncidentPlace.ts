import { NotFound } from '#domain/errors.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import type { Place } from '#domain/staff/policy.ts';
import { type Database, sql } from '../client.ts';

/** Whose an incident is. Throws NotFound. */
export async function findIncidentPlace(db: Database, number: number): Promise<Place> {
  const [row] = await db.execute<{ region_code: string | null; district_code: string | null }>(sql`
    select region_code, district_code from ops.incident where number = ${number}`);
  if (!row) throw new NotFound(`no incident ${incidentId(number)}`);
  return { regionCode: row.region_code, districtCode: row.district_code };
}
