import { Names } from '#domain/languages.ts';
import { caseId } from '#domain/violations/caseId.ts';
import { caseConflict, caseFault } from '#domain/violations/caseRefusals.ts';
import { type Commission, commissionNames } from '#domain/violations/commission.ts';
import { judgeDecision } from '#domain/violations/judgeDecision.ts';
import type { DecideViolation } from '#domain/violations/requests.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, sql, type Transaction } from '../client.ts';
import { changeCase, changedMeanwhile, lockCase, recordCaseChange, requireState } from './caseChange.ts';
import { type CaseRow, commissionOf } from './caseRow.ts';
import { findContest } from './findContest.ts';

/** A decision; its commission is named as it calls itself where `decidedBy` says so. */
export type Deciding = DecideViolation & { decidedBy?: Names };

/**
 * The commission that has the case decides it; a removal takes the candidacy off at once. Throws NotFound, InvalidInput where the
 * parts of the decision do not fit together, and Conflict where the case or the candidacy does not stand so that it can be decided.
 */
export async function decideViolation(
  db: Database,
  by: ScriptedActor,
  number: number,
  decision: Deciding,
): Promise<void> {
  const { rowVersion, verdict, measure, votes } = decision;
  await db.transaction(async (tx) => {
    const before = await lockCase(tx, number, rowVersion);
    requireState(before, ['in_review'], 'decided');
    const meant = await findMeant(tx, before, decision.candidacyId);
    const fault = judgeDecision({ verdict, measure, votes, hasCandidacy: meant.candidacyId !== null });
    if (fault) throw caseFault(fault.code, fault.text);
    const row = await changeCase(tx, by, {
      number,
      set: sql`state = 'decided', state_since = ${momentOf(by)}, verdict = ${verdict}, measure = ${measure}, appeal = null,
        candidacy_id = ${meant.candidacyId}, contest_id = ${meant.contestId}`,
      condition: sql`row_version = ${rowVersion} and state = 'in_review'`,
    });
    if (!row) throw changedMeanwhile(before);
    const decisionId = await insertDecision(tx, by, row, decision);
    if (votes !== null) await changeCandidacy(tx, row, decisionId);
    await recordCaseChange(tx, by, row, {
      kind: 'decided',
      action: 'violation.decide',
      before,
      detail: { verdict, measure, number: decision.number },
    });
  });
}

/** The candidacy and contest of the case, or those that its decision is the first to name. Throws InvalidInput. */
async function findMeant(tx: Transaction, row: CaseRow, candidacyId: string | undefined) {
  const { candidacy_id, contest_id, region_code, district_code } = row;
  if (candidacyId === undefined || candidacyId === candidacy_id)
    return { candidacyId: candidacy_id, contestId: contest_id };
  if (candidacy_id !== null)
    throw caseFault('other_candidacy', `candidacyId: the case names ${candidacy_id} already`, {
      candidacy: candidacy_id,
    });
  const place = { regionCode: region_code, districtCode: district_code };
  return { candidacyId, contestId: await findContest(tx, place, { contestId: contest_id, candidacyId }) };
}

async function insertDecision(tx: Transaction, by: ScriptedActor, row: CaseRow, decision: Deciding): Promise<string> {
  const commission = commissionOf(row);
  if (!commission) throw new Error(`${caseId(row.number)} is in review without a commission`);
  const decidedBy = decision.decidedBy ?? (await nameCommission(tx, commission));
  const { level, regionCode, districtCode } = commission;
  const [made] = await tx.execute<{ id: string }>(sql`
    insert into ops.violation_decision (number, decision_number, decided_at, verdict, measure, votes, commission_level,
      commission_region_code, commission_district_code, decided_by, rule, text, person_id, person_name)
    values (${row.number}, ${decision.number}, ${row.changed_at}, ${decision.verdict}, ${decision.measure}, ${decision.votes},
      ${level}, ${regionCode}, ${districtCode}, ${JSON.stringify(decidedBy)}::jsonb, ${JSON.stringify(decision.rule)}::jsonb,
      ${JSON.stringify(decision.text)}::jsonb, ${by.id}, ${by.name})
    returning id`);
  if (!made) throw new Error('a decision was inserted and is not there');
  return made.id;
}

/** A commission under the name of its unit. */
export async function nameCommission(db: Database, commission: Commission): Promise<Names> {
  const [unit] = await db.execute<{ names: Names }>(sql`
    select names from board.unit where code = ${commission.districtCode ?? commission.regionCode}`);
  return commissionNames(commission, unit ? Names.parse(unit.names) : null);
}

async function changeCandidacy(tx: Transaction, row: CaseRow, decisionId: string): Promise<void> {
  const [made] = await tx.execute<{ id: string | null }>(sql`select ops.change_candidacy(${decisionId}) as id`);
  if (made && made.id !== null) return;
  const [stands] = await tx.execute<{ status: string; votes: string; number: string }>(sql`
    select status, votes, number from board.candidacy_change where candidacy_id = ${row.candidacy_id}
    order by announced_at desc, id desc limit 1`);
  const candidacy = row.candidacy_id ?? '';
  if (!stands || stands.status === 'registered')
    throw caseConflict('candidacy_stands', `measure: ${candidacy} is registered: only a removal annuls its votes`, {
      candidacy,
    });
  const { status, votes, number } = stands;
  throw caseConflict(
    'candidacy_changed',
    `measure: ${candidacy} is ${status} already, its votes ${votes}, by decision ${number}`,
    { candidacy, status, votes, number },
  );
}
