import type { Scope } from '#domain/board.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import type { FlowSpan } from '#domain/overview/flow.ts';
import type { FlowIncident, Reach } from '#domain/overview/overview.ts';
import { type Database, sql, toInstant } from '../client.ts';
import { incidentsInSight } from './incidentsInSight.ts';

const mostDrawn = 12;

/** Incidents that lie over the minutes of the flow, the worst first; those that nothing was behind are not among them. */
export async function listFlowIncidents(
  db: Database,
  reach: Reach,
  scope: Scope,
  { fromMs, endMs }: FlowSpan,
): Promise<FlowIncident[]> {
  const rows = await db.execute<{
    number: number;
    severity: FlowIncident['severity'];
    title: FlowIncident['title'];
    opened_at: string;
    resolved_at: string | null;
  }>(sql`
    select number, severity, title, opened_at, resolved_at from ops.incident i
    where opened_at < ${new Date(endMs).toISOString()}
      and (resolved_at is null or resolved_at > ${new Date(fromMs).toISOString()})
      and (outcome is null or outcome not in ('duplicate', 'false_alarm')) and ${incidentsInSight(reach, scope)}
    order by case severity when 'critical' then 0 when 'major' then 1 else 2 end, opened_at, number limit ${mostDrawn}`);
  return rows.map((row) => ({
    id: incidentId(row.number),
    severity: row.severity,
    title: row.title,
    openedAt: toInstant(row.opened_at),
    resolvedAt: row.resolved_at && toInstant(row.resolved_at),
  }));
}
