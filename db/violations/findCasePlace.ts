import { NotFound } from '#domain/errors.ts';
import type { Place } from '#domain/staff/policy.ts';
import { caseId } from '#domain/violations/caseId.ts';
import { caseFault } from '#domain/violations/caseRefusals.ts';
import type { Commission } from '#domain/violations/commission.ts';
import { type Database, sql } from '../client.ts';
import { type CaseRow, commissionOf } from './caseRow.ts';

export interface CasePlace {
  place: Place;
  /** The commission that has it. */
  holder: Commission | null;
  /** The commission whose decision is in force. */
  decider: Commission | null;
}

/** Whose a case is. Throws NotFound. */
export async function findCasePlace(db: Database, number: number): Promise<CasePlace> {
  const [row] = await db.execute<CaseRow & { decider: Commission | null }>(sql`
    select v.region_code, v.district_code, v.commission_level, v.commission_region_code, v.commission_district_code,
      (select jsonb_build_object('level', d.commission_level, 'regionCode', d.commission_region_code,
          'districtCode', d.commission_district_code)
        from ops.violation_decision d where d.number = v.number order by d.id desc limit 1) as decider
    from ops.violation v where v.number = ${number}`);
  if (!row) throw new NotFound(`no case ${caseId(number)}`);
  return {
    place: { regionCode: row.region_code, districtCode: row.district_code },
    holder: commissionOf(row),
    decider: row.decider,
  };
}

/** Where a unit is. Throws InvalidInput where there is none of this code. */
export async function findUnitPlace(db: Database, unitCode: string): Promise<Place> {
  const [unit] = await db.execute<{ level: string; parent_code: string | null }>(sql`
    select level, parent_code from board.unit where code = ${unitCode}`);
  if (!unit) throw caseFault('no_such_place', `unitCode: there is no ${unitCode}`);
  if (unit.level === 'country') return { regionCode: null, districtCode: null };
  return unit.level === 'region'
    ? { regionCode: unitCode, districtCode: null }
    : { regionCode: unit.parent_code, districtCode: unitCode };
}
