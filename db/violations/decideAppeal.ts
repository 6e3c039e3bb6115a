import type { Names } from '#domain/languages.ts';
import { caseId } from '#domain/violations/caseId.ts';
import { caseConflict } from '#domain/violations/caseRefusals.ts';
import type { Commission } from '#domain/violations/commission.ts';
import type { DecideAppeal } from '#domain/violations/requests.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, type SQL, sql, type Transaction } from '../client.ts';
import { changeCase, changedMeanwhile, lockCase, recordCaseChange } from './caseChange.ts';
import type { CaseRow } from './caseRow.ts';
import { nameCommission } from './decideViolation.ts';

/** Which commission decides the appeal, and its own name where it has one. */
export type DecidingAppeal = DecideAppeal & { commission: Commission; decidedBy?: Names };

/**
 * A commission above decides the appeal. What it overturns no longer stands: a confirmed case is then rejected, and its candidacy
 * as it was before; any other is in review again, for a decision anew. Throws NotFound and Conflict.
 */
export async function decideAppeal(
  db: Database,
  by: ScriptedActor,
  number: number,
  appeal: DecidingAppeal,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockCase(tx, number, appeal.rowVersion);
    const id = caseId(number);
    if (before.appeal === null) throw caseConflict('no_appeal', `nobody appealed against ${id}`, { id });
    if (before.appeal !== 'pending')
      throw caseConflict(
        'appeal_decided',
        `the appeal against ${id} was decided by ${before.changed_by}: ${before.appeal}`,
        { id, outcome: before.appeal },
      );
    const row = await changeCase(tx, by, {
      number,
      set: sql`appeal = ${appeal.outcome} ${appeal.outcome === 'overturned' ? overturning(before, by) : sql``}`,
      condition: sql`row_version = ${appeal.rowVersion} and appeal = 'pending'`,
    });
    if (!row) throw changedMeanwhile(before);
    const decision = await closeAppeal(tx, by, row, appeal);
    if (appeal.outcome === 'overturned' && decision.votes !== null) await restoreCandidacy(tx, row, decision.id);
    await recordCaseChange(tx, by, row, {
      kind: 'appeal_decided',
      action: 'violation.appeal',
      before,
      detail: { outcome: appeal.outcome, number: appeal.number, commission: appeal.commission },
    });
  });
}

function overturning(before: CaseRow, by: ScriptedActor): SQL {
  return before.verdict === 'confirmed'
    ? sql`, verdict = 'rejected', measure = null`
    : sql`, state = 'in_review', state_since = ${momentOf(by)}, verdict = null, measure = null`;
}

async function closeAppeal(
  tx: Transaction,
  by: ScriptedActor,
  row: CaseRow,
  { outcome, number, rule, text, commission, decidedBy }: DecidingAppeal,
): Promise<{ id: string; votes: string | null }> {
  const names = decidedBy ?? (await nameCommission(tx, commission));
  const [decision] = await tx.execute<{ id: string; votes: string | null }>(sql`
    update ops.violation_appeal a set outcome = ${outcome}, decided_at = ${row.changed_at}, decision_number = ${number},
      decided_by = ${JSON.stringify(names)}::jsonb, rule = ${JSON.stringify(rule)}::jsonb, text = ${JSON.stringify(text)}::jsonb,
      person_name = ${by.name}
    from ops.violation_decision d
    where a.decision_id = d.id and d.id = (select max(id) from ops.violation_decision where number = ${row.number})
      and a.outcome = 'pending'
    returning d.id, d.votes`);
  if (!decision) throw new Error(`${caseId(row.number)} has a pending appeal that is not there`);
  return decision;
}

async function restoreCandidacy(tx: Transaction, row: CaseRow, decisionId: string): Promise<void> {
  const [made] = await tx.execute<{ id: string | null }>(sql`select ops.restore_candidacy(${decisionId}) as id`);
  if (made && made.id !== null) return;
  throw caseConflict(
    'later_decision',
    `another decision on ${row.candidacy_id} followed this one: it is to be overturned first`,
    { candidacy: row.candidacy_id ?? '' },
  );
}
