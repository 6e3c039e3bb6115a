import { momentOf, type ScriptedActor } from '../audit/scriptedActor.ts';
import type { Database } from '../client.ts';
import { sql } from '../client.ts';
import { changeCase, changedMeanwhile, lockCase, recordCaseChange, requireState } from './caseChange.ts';

interface Seen {
  rowVersion: number;
  note?: string | undefined;
}

/** Takes a received report into the register. Throws NotFound and Conflict. */
export async function registerViolation(db: Database, by: ScriptedActor, number: number, seen: Seen): Promise<void> {
  await db.transaction(async (tx) => {
    const before = await lockCase(tx, number, seen.rowVersion);
    requireState(before, ['received'], 'registered');
    const row = await changeCase(tx, by, {
      number,
      set: sql`state = 'registered', state_since = ${momentOf(by)}`,
      condition: sql`row_version = ${seen.rowVersion} and state = 'received'`,
    });
    if (!row) throw changedMeanwhile(before);
    await recordCaseChange(tx, by, row, { kind: 'registered', action: 'violation.register', before, note: seen.note });
  });
}
