import { incidentId } from '#domain/incidents/incidentId.ts';
import type { StaffIncident } from '#domain/incidents/staffIncident.ts';
import { sql, toInstant } from '../client.ts';

export interface IncidentRow extends Record<string, unknown> {
  number: number;
  row_version: number;
  category: StaffIncident['category'];
  severity: StaffIncident['severity'];
  state: StaffIncident['state'];
  title: StaffIncident['title'];
  unit_codes: string[];
  region_code: string | null;
  district_code: string | null;
  is_public: boolean;
  source: StaffIncident['source'];
  opened_at: string;
  opened_by: string;
  acknowledged_at: string | null;
  acknowledged_name: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
  resolved_at: string | null;
  outcome: StaffIncident['outcome'];
  duplicate_of: number | null;
  changed_at: string;
  changed_by: string;
}

/** Of `ops.incident i`. */
export const incidentColumns = sql`i.number, i.row_version, i.category, i.severity, i.state, i.title, i.unit_codes, i.region_code,
  i.district_code, i.is_public, i.source, i.opened_at, i.opened_by, i.acknowledged_at, i.acknowledged_name, i.assignee_id,
  i.assignee_name, i.resolved_at, i.outcome, i.duplicate_of, i.changed_at, i.changed_by`;

export function toStaffIncident(row: IncidentRow): StaffIncident {
  return {
    id: incidentId(row.number),
    rowVersion: row.row_version,
    category: row.category,
    severity: row.severity,
    state: row.state,
    title: row.title,
    unitCodes: row.unit_codes,
    regionCode: row.region_code,
    districtCode: row.district_code,
    isPublic: row.is_public,
    source: row.source,
    openedAt: toInstant(row.opened_at),
    openedBy: row.opened_by,
    acknowledgedAt: row.acknowledged_at && toInstant(row.acknowledged_at),
    acknowledgedName: row.acknowledged_name,
    assigneeId: row.assignee_id,
    assigneeName: row.assignee_name,
    resolvedAt: row.resolved_at && toInstant(row.resolved_at),
    outcome: row.outcome,
    duplicateOf: row.duplicate_of === null ? null : incidentId(row.duplicate_of),
    changedAt: toInstant(row.changed_at),
    changedBy: row.changed_by,
  };
}
