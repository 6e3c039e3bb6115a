import { Conflict } from '#domain/errors.ts';
import type { CreateWebhook } from '#domain/webhooks/requests.ts';
import { mostWebhooks } from '#domain/webhooks/webhook.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { beginOutbox } from './beginOutbox.ts';
import { readAddress } from './readAddress.ts';
import { addSecret } from './secrets.ts';

/**
 * Makes a webhook, which is told what becomes public from now on; its secret is in this answer and nowhere else that can be read
 * here. Throws InvalidInput, and Conflict where there are too many or one of that address.
 */
export async function createWebhook(
  db: DatabaseClient['db'],
  by: AuditActor,
  { url, events }: CreateWebhook,
): Promise<{ id: number; secret: string }> {
  return db.transaction(async (tx) => {
    const address = await readAddress(tx, url);
    // First: it lets one at a time through.
    await beginOutbox(tx);
    const [there] = await tx.execute<{ total: number; same: number | null }>(sql`
      select count(*)::int as total, max(id) filter (where url = ${address}) as same from ops.webhook where removed_at is null`);
    if (there && there.same !== null) throw new Conflict(`webhook ${there.same} has this address`);
    if (there && there.total >= mostWebhooks)
      throw new Conflict(`there are ${mostWebhooks} webhooks: remove one first`);
    const [row] = await tx.execute<{ id: number }>(sql`
      insert into ops.webhook (url, events, created_by)
      values (${address}, array(select jsonb_array_elements_text(${JSON.stringify(events)}::jsonb)), ${by.name}) returning id`);
    if (!row) throw new Error('a webhook was inserted and is not there');
    const secret = await addSecret(tx, row.id);
    await recordAudit(tx, by, {
      action: 'webhook.write',
      object: `webhook/${row.id}`,
      after: { state: 'on', url: address, events },
    });
    return { id: row.id, secret };
  });
}
