import { Conflict, NotFound } from '#domain/errors.ts';
import type { WebhookMessage } from '#domain/webhooks/message.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql, toInstant } from '../client.ts';
import { lockWebhook } from './lockWebhook.ts';

/** Sends a test to this webhook alone. Throws NotFound, Conflict where it is off or a test waits already. */
export async function pingWebhook(db: DatabaseClient['db'], by: AuditActor, id: number): Promise<void> {
  await db.transaction(async (tx) => {
    const { off_at } = await lockWebhook(tx, id);
    if (off_at !== null) throw new Conflict('it is off: switch it on first');
    const waiting = await tx.execute(sql`
      select from ops.webhook_delivery d join ops.webhook_event e on e.id = d.event_id
      where d.webhook_id = ${id} and d.state = 'pending' and e.type = 'ping'`);
    if (waiting.length > 0) throw new Conflict('a test waits already');
    const [head] = await tx.execute<{ id: string; is_test: boolean; version: string; now: string }>(sql`
      select e.id, e.is_test, v.version, board.election_now() as now from board.election e cross join board.version v`);
    if (!head) throw new NotFound('no election is loaded');
    const message: WebhookMessage = {
      type: 'ping',
      timestamp: toInstant(head.now),
      data: { electionId: head.id, isTest: head.is_test, version: Number(head.version) },
    };
    const [event] = await tx.execute<{ id: string }>(sql`
      insert into ops.webhook_event (type, body) values ('ping', ${JSON.stringify(message)}) returning id`);
    await tx.execute(sql`
      insert into ops.webhook_delivery (webhook_id, event_id) values (${id}, ${event?.id ?? null})`);
    await recordAudit(tx, by, { action: 'webhook.write', object: `webhook/${id}`, after: { test: 'sent' } });
  });
}

/** Sends a message of the log once more, under its own id. Throws NotFound, Conflict where it waits or its webhook is off. */
export async function redeliver(db: DatabaseClient['db'], by: AuditActor, deliveryId: number): Promise<void> {
  await db.transaction(async (tx) => {
    const [delivery] = await tx.execute<{ webhook_id: number }>(sql`
      select webhook_id from ops.webhook_delivery where id = ${deliveryId}`);
    if (!delivery) throw new NotFound(`no delivery ${deliveryId}`);
    const { off_at } = await lockWebhook(tx, delivery.webhook_id);
    if (off_at !== null) throw new Conflict('its webhook is off: switch it on first');
    const asked = await tx.execute(sql`
      update ops.webhook_delivery set state = 'pending', attempts = 0, next_attempt_at = clock_timestamp()
      where id = ${deliveryId} and state <> 'pending' returning id`);
    if (asked.length === 0) throw new Conflict('it waits already');
    await recordAudit(tx, by, {
      action: 'webhook.write',
      object: `webhook/${delivery.webhook_id}`,
      after: { redelivered: deliveryId },
    });
  });
}
