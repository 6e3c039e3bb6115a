import { incidentId } from '#domain/incidents/incidentId.ts';
import type { Reach } from '#domain/overview/overview.ts';
import { type Database, sql } from '../client.ts';

/** Every critical incident that is open within the person's reach. */
export async function listCritical(db: Database, { regionCode, districtCode }: Reach): Promise<string[]> {
  const rows = await db.execute<{ number: number }>(sql`
    select number from ops.incident where state <> 'resolved' and severity = 'critical'
      and (${regionCode}::text is null or region_code = ${regionCode})
      and (${districtCode}::text is null or district_code = ${districtCode})
    order by number`);
  return rows.map(({ number }) => incidentId(number));
}
