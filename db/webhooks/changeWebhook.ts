import { Conflict } from '#domain/errors.ts';
import type { ChangeWebhook } from '#domain/webhooks/requests.ts';
import { sqlState } from '../aggregate/serialization.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql, type Transaction, toInstant } from '../client.ts';
import { lockWebhook } from './lockWebhook.ts';
import { readAddress } from './readAddress.ts';

const uniqueViolation = '23505';

/**
 * Gives a webhook another address or other events; its secrets stay, and what waits goes to the new address at once. Throws NotFound,
 * InvalidInput, and Conflict, whose message begins with `changed` where somebody else changed it since it was looked at.
 */
export async function changeWebhook(
  db: DatabaseClient['db'],
  by: AuditActor,
  id: number,
  { url, events, rowVersion }: ChangeWebhook,
): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      const before = await lockWebhook(tx, id);
      if (before.row_version !== rowVersion)
        throw new Conflict(`changed: by ${before.changed_by} at ${toInstant(before.changed_at ?? '')}`);
      const address = await readAddress(tx, url);
      const isMoved = address !== before.url;
      if (!isMoved && events.join() === before.events.join()) return;
      await tx.execute(sql`
        update ops.webhook set url = ${address}, events = array(select jsonb_array_elements_text(${JSON.stringify(events)}::jsonb)),
          row_version = row_version + 1, changed_at = clock_timestamp(), changed_by = ${by.name} where id = ${id}`);
      if (isMoved) await beginAnew(tx, id);
      await recordAudit(tx, by, {
        action: 'webhook.write',
        object: `webhook/${id}`,
        before: { url: before.url, events: before.events },
        after: { url: address, events },
      });
    });
  } catch (error) {
    if (sqlState(error) === uniqueViolation) throw new Conflict('address: another webhook has it');
    throw error;
  }
}

/** What failed was at the old address. */
async function beginAnew(tx: Transaction, id: number): Promise<void> {
  await tx.execute(sql`update ops.webhook set failing_since = null, not_before = null where id = ${id}`);
  await tx.execute(sql`
    update ops.webhook_delivery set attempts = 0, next_attempt_at = clock_timestamp()
    where webhook_id = ${id} and state = 'pending'`);
}
