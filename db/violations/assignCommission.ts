import { caseId } from '#domain/violations/caseId.ts';
import { caseConflict, caseFault } from '#domain/violations/caseRefusals.ts';
import { type Commission, covers } from '#domain/violations/commission.ts';
import type { AssignCommission, TransferCase } from '#domain/violations/requests.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, type SQL, sql, type Transaction } from '../client.ts';
import { changeCase, changedMeanwhile, lockCase, recordCaseChange, requireState } from './caseChange.ts';
import { type CaseRow, commissionOf } from './caseRow.ts';

/** Gives a registered case to a commission. Throws NotFound, Conflict, and InvalidInput where it cannot be that commission's. */
export async function assignCommission(
  db: Database,
  by: ScriptedActor,
  number: number,
  { rowVersion, commission, note }: AssignCommission,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockCase(tx, number, rowVersion);
    requireState(before, ['registered'], 'assigned');
    await requireCommission(tx, before, commission);
    const row = await changeCase(tx, by, {
      number,
      set: sql`${having(commission)}`,
      condition: sql`row_version = ${rowVersion} and state = 'registered'`,
    });
    if (!row) throw changedMeanwhile(before);
    const detail = { commission, from: commissionOf(before) };
    await recordCaseChange(tx, by, row, { kind: 'assigned', action: 'violation.assign', before, detail, note });
  });
}

/** Sends a case from its commission to another, where it goes on as a registered one. Throws as `assignCommission`. */
export async function transferCase(
  db: Database,
  by: ScriptedActor,
  number: number,
  { rowVersion, commission, note }: TransferCase,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockCase(tx, number, rowVersion);
    requireState(before, ['registered', 'in_review'], 'transferred');
    const from = commissionOf(before);
    if (!from)
      throw caseConflict('no_commission', `${caseId(number)} has no commission yet: assign one`, {
        id: caseId(number),
      });
    await requireCommission(tx, before, commission);
    const row = await changeCase(tx, by, {
      number,
      set: sql`${having(commission)}, state = 'registered', state_since = ${momentOf(by)}`,
      condition: sql`row_version = ${rowVersion} and state in ('registered', 'in_review')`,
    });
    if (!row) throw changedMeanwhile(before);
    const detail = { commission, from };
    await recordCaseChange(tx, by, row, { kind: 'transferred', action: 'violation.assign', before, detail, note });
  });
}

function having({ level, regionCode, districtCode }: Commission): SQL {
  return sql`commission_level = ${level}, commission_region_code = ${regionCode}, commission_district_code = ${districtCode}`;
}

async function requireCommission(tx: Transaction, row: CaseRow, commission: Commission): Promise<void> {
  const { level, regionCode, districtCode } = commission;
  const place = { regionCode: row.region_code, districtCode: row.district_code };
  if (!covers(commission, place))
    throw caseFault(
      'far_commission',
      'commission: a case goes to a commission of its own district or region, or to the central one',
    );
  const has = commissionOf(row);
  if (has && has.level === level && has.regionCode === regionCode && has.districtCode === districtCode)
    throw caseConflict(
      'same_commission',
      `${caseId(row.number)} is with this commission already, given by ${row.changed_by}`,
      { id: caseId(row.number) },
    );
  const code = districtCode ?? regionCode;
  if (code === null) return;
  const known = await tx.execute(sql`select from board.unit where code = ${code} and level = ${level}`);
  if (known.length === 0) throw caseFault('no_such_commission', `commission: there is no ${level} ${code}`);
}
