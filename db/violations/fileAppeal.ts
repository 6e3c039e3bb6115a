import { caseId } from '#domain/violations/caseId.ts';
import { caseConflict } from '#domain/violations/caseRefusals.ts';
import type { ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, sql } from '../client.ts';
import { changeCase, changedMeanwhile, lockCase, recordCaseChange, requireState } from './caseChange.ts';

interface Appeal {
  rowVersion: number;
  grounds?: string | undefined;
}

/** Somebody appeals against the decision; a decision is appealed against once. Throws NotFound and Conflict. */
export async function fileAppeal(
  db: Database,
  by: ScriptedActor,
  number: number,
  { rowVersion, grounds }: Appeal,
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockCase(tx, number, rowVersion);
    requireState(before, ['decided'], 'appealed against');
    if (before.appeal !== null)
      throw caseConflict(
        'appealed',
        `${caseId(number)} was appealed against already: ${before.appeal}, by ${before.changed_by}`,
        { id: caseId(number), outcome: before.appeal },
      );
    const row = await changeCase(tx, by, {
      number,
      set: sql`appeal = 'pending'`,
      condition: sql`row_version = ${rowVersion} and state = 'decided' and appeal is null`,
    });
    if (!row) throw changedMeanwhile(before);
    await tx.execute(sql`
      insert into ops.violation_appeal (decision_id, filed_at, grounds)
      select id, ${row.changed_at}, ${grounds ?? null} from ops.violation_decision
      where number = ${number} order by id desc limit 1`);
    await recordCaseChange(tx, by, row, { kind: 'appeal_filed', action: 'violation.appeal', before, note: grounds });
  });
}
