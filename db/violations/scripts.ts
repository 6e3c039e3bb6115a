import { NotFound } from '#domain/errors.ts';
import { type Database, sql, type Transaction } from '../client.ts';

export interface PlayedScript {
  number: number;
  /** How many steps after the filing were taken. */
  steps: number;
}

/** How far a rehearsal has played each case of its package, by the package's name of it. */
export async function listScripts(db: Database): Promise<Map<string, PlayedScript>> {
  const rows = await db.execute<{ reference: string; number: number; steps: number }>(sql`
    select reference, number, steps from ops.violation_script`);
  return new Map(rows.map(({ reference, number, steps }) => [reference, { number, steps }]));
}

/** The number that the register gave to a case of the package. Throws NotFound. */
export async function findScript(db: Database, reference: string): Promise<number> {
  const [row] = await db.execute<{ number: number }>(sql`
    select number from ops.violation_script where reference = ${reference}`);
  if (!row) throw new NotFound(`the case ${reference} of the package is not in the register`);
  return row.number;
}

export async function beginScript(tx: Transaction, reference: string, number: number): Promise<void> {
  await tx.execute(sql`
    insert into ops.violation_script (reference, number, steps) values (${reference}, ${number}, 0) on conflict do nothing`);
}

/** Marks the step as taken, with the step itself in one transaction; null where it was taken before. */
export async function passStep(tx: Transaction, reference: string, index: number): Promise<number | null> {
  const [row] = await tx.execute<{ number: number }>(sql`
    update ops.violation_script set steps = steps + 1 where reference = ${reference} and steps = ${index} returning number`);
  return row?.number ?? null;
}
