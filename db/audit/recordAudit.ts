import type { AuditAction, AuditObject } from '#domain/staff/auditActions.ts';
import type { AuditedFields } from '#domain/staff/auditFields.ts';
import { sql, type Transaction } from '../client.ts';

/** Who acts; `id` is null for a program or an operator at the command line. */
export interface AuditActor {
  id: string | null;
  name: string;
  role: string;
  /** The network address that the request came from. */
  address: string | null;
}

export interface AuditRecord {
  action: AuditAction;
  object: AuditObject;
  before?: AuditedFields | null;
  after?: AuditedFields | null;
}

/** Appends to the audit log; last in its transaction, for the log is locked until that ends. */
export async function recordAudit(
  tx: Transaction,
  actor: AuditActor,
  { action, object, before = null, after = null }: AuditRecord,
): Promise<void> {
  await tx.execute(sql`
    select ops.record_audit(${actor.id}, ${actor.name}, ${actor.role}, ${action}, ${object},
      ${before && JSON.stringify(before)}::jsonb, ${after && JSON.stringify(after)}::jsonb, ${actor.address})`);
}
