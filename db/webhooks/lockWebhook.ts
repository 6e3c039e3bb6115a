import { NotFound } from '#domain/errors.ts';
import type { WantedEvent } from '#domain/webhooks/webhook.ts';
import { sql, type Transaction } from '../client.ts';

export interface LockedWebhook extends Record<string, unknown> {
  url: string;
  events: WantedEvent[];
  row_version: number;
  changed_at: string | null;
  changed_by: string | null;
  off_at: string | null;
  off_by: string | null;
}

/** The webhook, locked for the rest of the transaction. Throws NotFound. */
export async function lockWebhook(tx: Transaction, id: number): Promise<LockedWebhook> {
  const [row] = await tx.execute<LockedWebhook>(sql`
    select url, events, row_version, changed_at, changed_by, off_at, off_by from ops.webhook where id = ${id} and removed_at is null for update`);
  if (!row) throw new NotFound(`no webhook ${id}`);
  return row;
}
