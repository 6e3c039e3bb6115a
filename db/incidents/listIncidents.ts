import type { UnitCode } from '#domain/geography.ts';
import type { IncidentCategory, Severity } from '#domain/incidents/incident.ts';
import type { StaffIncident } from '#domain/incidents/staffIncident.ts';
import { type Database, sql } from '../client.ts';
import { type IncidentRow, incidentColumns, toStaffIncident } from './incidentRow.ts';

export interface IncidentFilter {
  /** What of it the reader may see; null is everything. */
  regionCode: string | null;
  districtCode: string | null;
  state?: 'open' | 'resolved' | undefined;
  category?: IncidentCategory | undefined;
  severity?: Severity | undefined;
  /** A region or a district. */
  unitCode?: UnitCode | undefined;
  /** Part of a title or of a number. */
  text?: string | undefined;
  limit: number;
}

/** Open ones first, the worst and then the oldest; resolved ones behind, the newest first. */
export async function listIncidents(db: Database, filter: IncidentFilter): Promise<StaffIncident[]> {
  const { regionCode, districtCode, state, category, severity, unitCode, text, limit } = filter;
  const rows = await db.execute<IncidentRow>(sql`
    select ${incidentColumns} from ops.incident i
    where (${regionCode}::text is null or region_code = ${regionCode})
      and (${districtCode}::text is null or district_code = ${districtCode})
      and (${state ?? null}::text is null or (state = 'resolved') = (${state ?? null} = 'resolved'))
      and (${category ?? null}::text is null or category = ${category ?? null})
      and (${severity ?? null}::text is null or severity = ${severity ?? null})
      and (${unitCode ?? null}::text is null or region_code = ${unitCode ?? null} or unit_codes @> array[${unitCode ?? null}::text])
      and (${text ?? null}::text is null
        or position(upper(${text ?? null}) in 'I-' || lpad(number::text, 4, '0')) > 0
        or exists (select from jsonb_each_text(title) written
          where strpos(board.search_form(written.value), (select board.search_form(${text ?? null}))) > 0))
    order by (state = 'resolved'),
      case when state <> 'resolved' then case severity when 'critical' then 0 when 'major' then 1 else 2 end end,
      case when state <> 'resolved' then opened_at end, case when state <> 'resolved' then number end,
      opened_at desc, number desc
    limit ${limit}`);
  return rows.map(toStaffIncident);
}
