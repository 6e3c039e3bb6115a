import { type Database, sql, type Transaction } from '../client.ts';

export interface PlayedScript {
  number: number;
  /** How many steps after the filing were taken. */
  steps: number;
}

/** How far a rehearsal has played each incident of its package, by the package's name of it. */
export async function listScripts(db: Database): Promise<Map<string, PlayedScript>> {
  const rows = await db.execute<{ reference: string; number: number; steps: number }>(sql`
    select reference, number, steps from ops.incident_script`);
  return new Map(rows.map(({ reference, number, steps }) => [reference, { number, steps }]));
}

/** The same, for one player at a time: another waits for the end of the transaction, and then sees what was played. */
export async function lockScripts(tx: Transaction): Promise<Map<string, PlayedScript>> {
  await tx.execute(sql`lock table ops.incident_script in exclusive mode`);
  return listScripts(tx);
}

export async function beginScript(tx: Transaction, reference: string, number: number): Promise<void> {
  await tx.execute(sql`
    insert into ops.incident_script (reference, number, steps) values (${reference}, ${number}, 0)`);
}

/** Marks one more step as taken, with the step itself in one transaction; returns the incident's number. */
export async function passStep(tx: Transaction, reference: string): Promise<number> {
  const [row] = await tx.execute<{ number: number }>(sql`
    update ops.incident_script set steps = steps + 1 where reference = ${reference} returning number`);
  if (!row) throw new Error(`the incident ${reference} of the package was not filed`);
  return row.number;
}
