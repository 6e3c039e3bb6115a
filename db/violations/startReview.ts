import { caseId } from '#domain/violations/caseId.ts';
import { caseConflict } from '#domain/violations/caseRefusals.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, sql } from '../client.ts';
import { changeCase, changedMeanwhile, lockCase, recordCaseChange, requireState } from './caseChange.ts';

/** The commission that has the case begins to look into it. Throws NotFound and Conflict. */
export async function startReview(
  db: Database,
  by: ScriptedActor,
  number: number,
  { rowVersion, note }: { rowVersion: number; note?: string | undefined },
): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockCase(tx, number, rowVersion);
    requireState(before, ['registered'], 'reviewed');
    if (before.commission_level === null)
      throw caseConflict('no_commission', `${caseId(number)} has no commission yet: assign one first`, {
        id: caseId(number),
      });
    const row = await changeCase(tx, by, {
      number,
      set: sql`state = 'in_review', state_since = ${momentOf(by)}`,
      condition: sql`row_version = ${rowVersion} and state = 'registered' and commission_level is not null`,
    });
    if (!row) throw changedMeanwhile(before);
    await recordCaseChange(tx, by, row, { kind: 'review', action: 'violation.review', before, note });
  });
}
