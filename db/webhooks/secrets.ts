import { randomBytes } from 'node:crypto';
import { rotationHours } from '#domain/webhooks/webhook.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { lockWebhook } from './lockWebhook.ts';

/** A new secret in the form of Standard Webhooks; the role of the web cannot read it again. */
export async function addSecret(tx: Transaction, webhookId: number): Promise<string> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  await tx.execute(sql`insert into ops.webhook_secret (webhook_id, secret) values (${webhookId}, ${secret})`);
  return secret;
}

/** Makes a new secret; messages are signed with the one before as well for a day, and with no older one. Throws NotFound, Conflict. */
export async function rotateSecret(db: DatabaseClient['db'], by: AuditActor, id: number): Promise<{ secret: string }> {
  return db.transaction(async (tx) => {
    await lockWebhook(tx, id);
    await tx.execute(sql`
      delete from ops.webhook_secret where webhook_id = ${id} and expires_at is not null`);
    await tx.execute(sql`
      update ops.webhook_secret set expires_at = clock_timestamp() + make_interval(hours => ${rotationHours})
      where webhook_id = ${id}`);
    const secret = await addSecret(tx, id);
    await recordAudit(tx, by, { action: 'webhook.write', object: `webhook/${id}`, after: { secret: 'replaced' } });
    return { secret };
  });
}
