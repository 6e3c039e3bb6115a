import { caseId } from '#domain/violations/caseId.ts';
import type { Commission } from '#domain/violations/commission.ts';
import type { StaffCase } from '#domain/violations/staffCase.ts';
import { sql, toInstant } from '../client.ts';

export interface CaseRow extends Record<string, unknown> {
  number: number;
  row_version: number;
  channel: StaffCase['channel'];
  received_at: string;
  category: StaffCase['category'];
  region_code: string | null;
  district_code: string | null;
  contest_id: string | null;
  candidacy_id: string | null;
  summary: string;
  state: StaffCase['state'];
  state_since: string;
  commission_level: Commission['level'] | null;
  commission_region_code: string | null;
  commission_district_code: string | null;
  duplicate_of: number | null;
  verdict: StaffCase['verdict'];
  measure: StaffCase['measure'];
  appeal: StaffCase['appeal'];
  filed_by: string;
  changed_at: string;
  changed_by: string;
}

/** Of `ops.violation v`. */
export const caseColumns = sql`v.number, v.row_version, v.channel, v.received_at, v.category, v.region_code, v.district_code,
  v.contest_id, v.candidacy_id, v.summary, v.state, v.state_since, v.commission_level, v.commission_region_code,
  v.commission_district_code, v.duplicate_of, v.verdict, v.measure, v.appeal, v.filed_by, v.changed_at, v.changed_by`;

export function toStaffCase(row: CaseRow): StaffCase {
  return {
    id: caseId(row.number),
    rowVersion: row.row_version,
    channel: row.channel,
    receivedAt: toInstant(row.received_at),
    category: row.category,
    regionCode: row.region_code,
    districtCode: row.district_code,
    contestId: row.contest_id,
    candidacyId: row.candidacy_id,
    summary: row.summary,
    state: row.state,
    stateSince: toInstant(row.state_since),
    commission: commissionOf(row),
    duplicateOf: row.duplicate_of === null ? null : caseId(row.duplicate_of),
    verdict: row.verdict,
    measure: row.measure,
    appeal: row.appeal,
    filedBy: row.filed_by,
    changedAt: toInstant(row.changed_at),
    changedBy: row.changed_by,
  };
}

/** The commission that has the case. */
export function commissionOf(
  row: Pick<CaseRow, 'commission_level' | 'commission_region_code' | 'commission_district_code'>,
): Commission | null {
  const { commission_level: level, commission_region_code: regionCode, commission_district_code: districtCode } = row;
  return level && { level, regionCode, districtCode };
}
