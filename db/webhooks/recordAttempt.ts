import { failingDays } from '#domain/webhooks/webhook.ts';
import { recordAudit } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { cancelWaiting } from './cancelWaiting.ts';

const by = { id: null, name: 'notifier', role: 'program', address: null };

export interface Attempt {
  deliveryId: number;
  durationMs: number;
  status: number | null;
  error: string | null;
  excerpt: string | null;
}

/** What follows of an attempt: it arrived, or it is tried again after so many ms (null: given up); `gone`: the receiver wants no more. */
export type Outcome =
  | { kind: 'arrived' }
  | { kind: 'failed'; retryMs(failures: number): number | null; holdMs: number | null; isGone: boolean };

/** Writes an attempt into the log, and what follows of it. One that arrived stays so, whatever another sender says later. */
export async function recordAttempt(db: DatabaseClient['db'], attempt: Attempt, outcome: Outcome): Promise<void> {
  const { deliveryId, durationMs, status, error, excerpt } = attempt;
  await db.transaction(async (tx) => {
    // The webhook before its delivery, as everybody locks them.
    await tx.execute(sql`
      select from ops.webhook where id = (select webhook_id from ops.webhook_delivery where id = ${deliveryId}) for update`);
    const [delivery] = await tx.execute<{ webhook_id: number; attempts: number }>(sql`
      select webhook_id, attempts from ops.webhook_delivery where id = ${deliveryId} for update`);
    // Another election was loaded meanwhile.
    if (!delivery) return;
    await tx.execute(sql`
      insert into ops.webhook_attempt (delivery_id, duration_ms, status, error, excerpt)
      values (${deliveryId}, ${durationMs}, ${status}, ${error}, ${excerpt})`);
    const failures = delivery.attempts + 1;
    if (outcome.kind === 'arrived') {
      await tx.execute(sql`
        update ops.webhook_delivery set state = 'delivered', attempts = ${failures}, next_attempt_at = null where id = ${deliveryId}`);
      await tx.execute(sql`
        update ops.webhook set last_success_at = clock_timestamp(), failing_since = null where id = ${delivery.webhook_id}`);
      return;
    }
    const delayMs = outcome.retryMs(failures);
    await tx.execute(sql`
      update ops.webhook_delivery set attempts = ${failures}, state = ${delayMs === null ? 'failed' : 'pending'},
        next_attempt_at = clock_timestamp() + make_interval(secs => ${delayMs === null ? null : delayMs / 1_000})
      where id = ${deliveryId} and state = 'pending'`);
    await recordFailure(tx, delivery.webhook_id, outcome);
  });
}

async function recordFailure(
  tx: Transaction,
  webhookId: number,
  { holdMs, isGone }: Extract<Outcome, { kind: 'failed' }>,
): Promise<void> {
  const [webhook] = await tx.execute<{ url: string; is_worn: boolean }>(sql`
    update ops.webhook set failing_since = coalesce(failing_since, clock_timestamp()),
      not_before = clock_timestamp() + make_interval(secs => ${holdMs === null ? null : holdMs / 1_000})
    where id = ${webhookId} and off_at is null and removed_at is null
    returning url, failing_since < clock_timestamp() - make_interval(days => ${failingDays}) as is_worn`);
  if (!webhook || !(isGone || webhook.is_worn)) return;
  const reason = isGone ? 'gone' : 'failing';
  await tx.execute(sql`
    update ops.webhook set off_at = clock_timestamp(), off_by = ${by.name}, off_reason = ${reason} where id = ${webhookId}`);
  await cancelWaiting(tx, webhookId);
  await recordAudit(tx, by, {
    action: 'webhook.write',
    object: `webhook/${webhookId}`,
    before: { state: 'on' },
    after: { state: 'off', reason, url: webhook.url },
  });
}
