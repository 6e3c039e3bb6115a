import type { Severity } from '#domain/incidents/incident.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import { shownOpen } from '#domain/incidents/listed.ts';
import type { IncidentBrief, PublicStatus } from '#domain/incidents/publicStatus.ts';
import { type Database, sql, toInstant } from '../client.ts';

interface BriefRow extends Record<string, unknown> {
  ops_version: string;
  critical: number;
  major: number;
  minor: number;
  cases: number;
  open_cases: number;
  number: number | null;
  category: IncidentBrief['category'];
  severity: Severity;
  state: IncidentBrief['state'];
  title: IncidentBrief['title'];
  unit_codes: string[];
  opened_at: string;
}

/** How many public incidents are open, the first of them by severity and age, and how many cases of violations there are. */
export async function getPublicStatus(db: Database): Promise<PublicStatus> {
  const rows = await db.execute<BriefRow>(sql`
    with open as (select * from ops.public_incident where state <> 'resolved')
    select v.ops_version, (select count(*) from open where severity = 'critical')::int as critical,
      (select count(*) from open where severity = 'major')::int as major,
      (select count(*) from open where severity = 'minor')::int as minor, c.cases, c.open_cases,
      o.number, o.category, o.severity, o.state, o.title, o.unit_codes, o.opened_at
    from board.version v cross join (
      select coalesce(sum(cases), 0)::int as cases,
        coalesce(sum(cases) filter (where state in ('received', 'registered', 'in_review')), 0)::int as open_cases
      from ops.public_case_counts
    ) c left join lateral (
      select * from open
      order by case severity when 'critical' then 0 when 'major' then 1 else 2 end, opened_at, number limit ${shownOpen}
    ) o on true`);
  const [first] = rows;
  return {
    version: Number(first?.ops_version ?? 0),
    open: { critical: first?.critical ?? 0, major: first?.major ?? 0, minor: first?.minor ?? 0 },
    cases: { total: first?.cases ?? 0, open: first?.open_cases ?? 0 },
    incidents: rows.flatMap(({ number, category, severity, state, title, unit_codes, opened_at }) =>
      number === null
        ? []
        : [
            {
              id: incidentId(number),
              category,
              severity,
              state,
              title,
              unitCodes: unit_codes,
              openedAt: toInstant(opened_at),
            },
          ],
    ),
  };
}
