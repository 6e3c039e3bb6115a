import { Forbidden, NotFound } from '#domain/errors.ts';
import { caseId } from '#domain/violations/caseId.ts';
import type { RestrictedFields } from '#domain/violations/requests.ts';
import type { AuditActor } from '../audit/recordAudit.ts';
import type { ScriptedActor } from '../audit/scriptedActor.ts';
import { type Database, sql, type Transaction } from '../client.ts';

/** Who reported a case and who is accused; the audit log says who asked. Throws NotFound. */
export async function readRestricted(db: Database, by: AuditActor, number: number): Promise<RestrictedFields> {
  if (by.id === null) throw new Forbidden('restricted fields are read by a person');
  return db.transaction(async (tx) => {
    await requireCase(tx, number);
    const [row] = await tx.execute<{ reporter: string | null; contacts: string | null; accused: string | null }>(sql`
      select reporter, contacts, accused from ops.read_restricted(${number}, ${by.id}, ${by.name}, ${by.role}, ${by.address})`);
    return row ?? { reporter: null, contacts: null, accused: null };
  });
}

/** Adds to them; a null leaves what is there. The audit log says which. Throws NotFound. */
export async function writeRestricted(
  db: Database,
  by: AuditActor,
  number: number,
  fields: RestrictedFields,
): Promise<void> {
  await db.transaction(async (tx) => {
    await requireCase(tx, number);
    await writeRestrictedOf(tx, by, number, fields);
  });
}

/** The same in a transaction of the caller's, for a case that is there. */
export async function writeRestrictedOf(
  tx: Transaction,
  by: ScriptedActor,
  number: number,
  { reporter, contacts, accused }: RestrictedFields,
): Promise<void> {
  await tx.execute(sql`
    select ops.write_restricted(${number}, ${reporter}, ${contacts}, ${accused}, ${by.id}, ${by.name}, ${by.role}, ${by.address})`);
}

async function requireCase(tx: Transaction, number: number): Promise<void> {
  const found = await tx.execute(sql`select from ops.violation where number = ${number}`);
  if (found.length === 0) throw new NotFound(`no case ${caseId(number)}`);
}
