import { NotFound } from '#domain/errors.ts';
import type { Delivery, DeliveryAttempt, DeliveryState, WebhookEventType } from '#domain/webhooks/webhook.ts';
import { type Database, sql, toInstant } from '../client.ts';

/** The log of a webhook, the newest message first, older than `before`; each with the last attempts. Throws NotFound. */
export async function listDeliveries(
  db: Database,
  webhookId: number,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<Delivery[]> {
  const known = await db.execute(sql`select from ops.webhook where id = ${webhookId} and removed_at is null`);
  if (known.length === 0) throw new NotFound(`no webhook ${webhookId}`);
  const rows = await db.execute<{
    id: string;
    message_id: string;
    type: WebhookEventType;
    body: string;
    at: string;
    state: DeliveryState;
    next_attempt_at: string | null;
    attempts: DeliveryAttempt[];
  }>(sql`
    select d.id, e.message_id, e.type, e.body, e.at, d.state, (
        select w.due_at from ops.webhook_waiting w where w.delivery_id = d.id) as next_attempt_at, coalesce((
        select jsonb_agg(jsonb_build_object('at', a.at, 'durationMs', a.duration_ms, 'status', a.status, 'error', a.error,
          'excerpt', a.excerpt) order by a.id desc)
        from (select * from ops.webhook_attempt t where t.delivery_id = d.id order by t.id desc limit 30) a), '[]') as attempts
    from ops.webhook_delivery d join ops.webhook_event e on e.id = d.event_id
    where d.webhook_id = ${webhookId} and d.id < coalesce(${before ?? null}::bigint, 9223372036854775807)
    order by d.id desc limit ${limit}`);
  return rows.map(({ id, message_id, next_attempt_at, at, attempts, ...row }) => ({
    ...row,
    id: Number(id),
    messageId: message_id,
    at: toInstant(at),
    nextAttemptAt: next_attempt_at && toInstant(next_attempt_at),
    attempts: attempts.map((attempt) => ({ ...attempt, at: toInstant(attempt.at) })),
  }));
}
