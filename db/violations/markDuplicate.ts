import { caseId } from '#domain/violations/caseId.ts';
import { caseConflict, caseFault } from '#domain/violations/caseRefusals.ts';
import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, sql } from '../client.ts';
import { changeCase, changedMeanwhile, lockCase, recordCaseChange, requireState } from './caseChange.ts';

interface Original {
  rowVersion: number;
  of: number;
  note?: string | undefined;
}

/** Ends the case as another's duplicate. Throws NotFound, Conflict, and InvalidInput where the other is none to point at. */
export async function markDuplicate(
  db: Database,
  by: ScriptedActor,
  number: number,
  { rowVersion, of, note }: Original,
): Promise<void> {
  if (of === number) throw caseFault('own_duplicate', 'of: a case is no duplicate of itself');
  await db.transaction(async (tx) => {
    // The lower first, so that two who mark each as the other's do not wait for each other.
    const rows = await tx.execute<{ number: number; duplicate_of: number | null }>(sql`
      select number, duplicate_of from ops.violation where number in (${number}, ${of}) order by number for update`);
    const before = await lockCase(tx, number, rowVersion);
    requireState(before, ['received', 'registered', 'in_review'], 'a duplicate');
    const original = rows.find((row) => row.number === of);
    if (!original) throw caseFault('no_such_case', `of: this election has no case ${caseId(of)}`);
    if (original.duplicate_of !== null)
      throw caseConflict(
        'duplicate_itself',
        `${caseId(of)} is a duplicate itself, of ${caseId(original.duplicate_of)}: name that one`,
        { id: caseId(of), of: caseId(original.duplicate_of) },
      );
    const row = await changeCase(tx, by, {
      number,
      set: sql`state = 'duplicate', state_since = ${momentOf(by)}, duplicate_of = ${of}`,
      condition: sql`row_version = ${rowVersion} and state in ('received', 'registered', 'in_review')
        and not exists (select from ops.violation d where d.duplicate_of = ${number})`,
    });
    if (!row) {
      const pointed = await tx.execute(sql`select from ops.violation where duplicate_of = ${number}`);
      if (pointed.length === 0) throw changedMeanwhile(before);
      throw caseConflict('has_duplicates', `others are duplicates of ${caseId(number)}: it stays`, {
        id: caseId(number),
      });
    }
    const detail = { duplicateOf: caseId(of) };
    await recordCaseChange(tx, by, row, { kind: 'duplicate', action: 'violation.duplicate', before, detail, note });
  });
}
