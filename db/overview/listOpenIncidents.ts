import type { Scope } from '#domain/board.ts';
import type { OpenIncident, Reach } from '#domain/overview/overview.ts';
import { type Database, sql } from '../client.ts';
import { type IncidentRow, incidentColumns, toStaffIncident } from '../incidents/incidentRow.ts';
import { incidentsInSight } from './incidentsInSight.ts';

/** Open incidents of what is looked at: the worst first, then the oldest. */
export async function listOpenIncidents(
  db: Database,
  reach: Reach,
  scope: Scope,
  limit: number,
): Promise<OpenIncident[]> {
  const rows = await db.execute<IncidentRow>(sql`
    select ${incidentColumns} from ops.incident i
    where i.state <> 'resolved' and ${incidentsInSight(reach, scope)}
    order by case i.severity when 'critical' then 0 when 'major' then 1 else 2 end, i.opened_at, i.number limit ${limit}`);
  return rows.map((row) => {
    const { id, category, severity, state, title, unitCodes, isPublic, openedAt, ...rest } = toStaffIncident(row);
    const { acknowledgedAt, acknowledgedName, assigneeName } = rest;
    return {
      ...{ id, category, severity, state, title, unitCodes, isPublic, openedAt },
      ...{ acknowledgedAt, acknowledgedName, assigneeName },
    };
  });
}
