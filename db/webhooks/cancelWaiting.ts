import { sql, type Transaction } from '../client.ts';

/** What waits for a webhook that is switched off is not sent, unless somebody asks for it again. */
export async function cancelWaiting(tx: Transaction, webhookId: number): Promise<void> {
  await tx.execute(sql`
    update ops.webhook_delivery set state = 'cancelled', next_attempt_at = null
    where webhook_id = ${webhookId} and state = 'pending'`);
}
