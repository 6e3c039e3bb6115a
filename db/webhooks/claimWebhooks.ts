import { type Database, sql } from '../client.ts';

/** A sender that says nothing for so long is taken for dead, and another does its work. More than an attempt can last. */
export const leaseSeconds = 10;

/** Takes webhooks that something waits for, so that no other sender is at them; `lease` names who took them. */
export async function claimWebhooks(db: Database, lease: string): Promise<number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    update ops.webhook set lease = ${lease}, lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
    where id in (
      select w.id from ops.webhook w
      where coalesce(w.lease_until < clock_timestamp(), true)
        and w.id in (select webhook_id from ops.webhook_waiting where due_at <= clock_timestamp())
      for update of w skip locked)
    returning id`);
  return rows.map(({ id }) => id);
}

export interface Outgoing {
  deliveryId: number;
  messageId: string;
  url: string;
  body: string;
  isTest: boolean;
  /** The newest first. */
  secrets: string[];
}

/** The next message of a webhook that is ours, and more time for it; null where nothing waits or it is no longer ours: it is given back. */
export async function takeDelivery(db: Database, webhookId: number, lease: string): Promise<Outgoing | null> {
  const [row] = await db.execute<{
    id: string;
    message_id: string;
    url: string;
    body: string;
    is_test: boolean;
    secrets: string[];
  }>(sql`
    with held as (
      update ops.webhook set lease_until = clock_timestamp() + make_interval(secs => ${leaseSeconds})
      where id = ${webhookId} and lease = ${lease} and lease_until > clock_timestamp() returning id, url)
    select d.id, e.message_id, h.url, e.body, (select is_test from board.election) as is_test, array(
        select s.secret from ops.webhook_secret s
        where s.webhook_id = h.id and coalesce(s.expires_at > clock_timestamp(), true) order by s.id desc) as secrets
    from held h join ops.webhook_waiting w on w.webhook_id = h.id join ops.webhook_delivery d on d.id = w.delivery_id
      join ops.webhook_event e on e.id = d.event_id
    where w.due_at <= clock_timestamp() order by d.id limit 1`);
  if (row)
    return {
      deliveryId: Number(row.id),
      messageId: row.message_id,
      url: row.url,
      body: row.body,
      isTest: row.is_test,
      secrets: row.secrets,
    };
  await releaseWebhook(db, webhookId, lease);
  return null;
}

export async function releaseWebhook(db: Database, webhookId: number, lease: string): Promise<void> {
  await db.execute(sql`
    update ops.webhook set lease = null, lease_until = null where id = ${webhookId} and lease = ${lease}`);
}
