import type { Scope } from '#domain/board.ts';
import type { Severity } from '#domain/incidents/incident.ts';
import { type AgeCounts, ageSteps, noAges } from '#domain/overview/ages.ts';
import type { Reach } from '#domain/overview/overview.ts';
import { type Database, sql } from '../client.ts';
import { incidentsInSight } from './incidentsInSight.ts';

/** Open incidents by severity and age on the election's clock, and how many of them nobody has acknowledged. */
export async function countOpenByAge(
  db: Database,
  reach: Reach,
  scope: Scope,
): Promise<{ ages: AgeCounts; unacknowledged: number }> {
  const rows = await db.execute<{ severity: Severity; step: number; open: number; unacknowledged: number }>(sql`
    select i.severity, width_bucket(extract(epoch from now.moment - i.opened_at)::float8 / 60, ${`{${ageSteps.slice(1).join(',')}}`}::float8[])
      as step, count(*)::int as open, count(*) filter (where i.acknowledged_at is null)::int as unacknowledged
    from ops.incident i cross join (select board.election_now() as moment) now
    where i.state <> 'resolved' and ${incidentsInSight(reach, scope)}
    group by 1, 2`);
  const ages = noAges();
  for (const { severity, step, open } of rows) ages[severity][step] = open;
  return { ages, unacknowledged: rows.reduce((sum, row) => sum + row.unacknowledged, 0) };
}
