import { type SQL, sql, type Transaction } from '../client.ts';

export type SeenKind = 'incident' | 'update' | 'window' | 'publication' | 'edition';

/** Whether nothing was told of the row of this kind whose number is `id`. */
export function isUnseen(kind: SeenKind, id: SQL): SQL {
  return sql`not exists (select from ops.webhook_seen s where s.kind = ${kind} and s.id = ${id})`;
}

export async function markSeen(tx: Transaction, kind: SeenKind, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute(sql`
    insert into ops.webhook_seen (kind, id)
    select ${kind}, value::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)`);
}
