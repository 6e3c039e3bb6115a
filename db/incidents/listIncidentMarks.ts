import { NotFound } from '#domain/errors.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import type { IncidentMark, IncidentMarks } from '#domain/incidents/incidentMark.ts';
import { listedIncidents } from '#domain/incidents/listed.ts';
import { type Database, sql, toInstant } from '../client.ts';

interface MarkRow extends Record<string, unknown> {
  election_id: string;
  is_test: boolean;
  ops_version: string;
  number: number | null;
  severity: IncidentMark['severity'];
  title: IncidentMark['title'];
  unit_codes: string[];
  opened_at: string;
  resolved_at: string | null;
}

/** Of the incidents that the status page lists, those in which something was wrong. Throws NotFound before a package was loaded. */
export async function listIncidentMarks(db: Database): Promise<IncidentMarks> {
  const rows = await db.execute<MarkRow>(sql`
    with open as (
      select * from ops.public_incident where state <> 'resolved'
      order by case severity when 'critical' then 0 when 'major' then 1 else 2 end, opened_at, number limit ${listedIncidents}
    ), resolved as (
      select * from ops.public_incident where state = 'resolved' order by opened_at desc, number desc limit ${listedIncidents}
    ), listed as (
      select * from (select * from open union all select * from resolved) either where not is_false_alarm and duplicate_of is null
    )
    select e.id as election_id, e.is_test, v.ops_version, l.number, l.severity, l.title, l.unit_codes, l.opened_at, l.resolved_at
    from board.election e cross join board.version v left join listed l on true order by l.opened_at, l.number`);
  const [first] = rows;
  if (!first) throw new NotFound('no election is loaded');
  return {
    electionId: first.election_id,
    isTest: first.is_test,
    version: Number(first.ops_version),
    incidents: rows.flatMap(({ number, severity, title, unit_codes, opened_at, resolved_at }) =>
      number === null
        ? []
        : {
            id: incidentId(number),
            severity,
            title,
            unitCodes: unit_codes,
            openedAt: toInstant(opened_at),
            resolvedAt: resolved_at && toInstant(resolved_at),
          },
    ),
  };
}
