import { keptDays, keptDeliveries, mostDeliveries } from '#domain/webhooks/webhook.ts';
import { type DatabaseClient, sql } from '../client.ts';

/** In one statement, so that it is done well before it would time out. */
const mostAtOnce = 2_000;
/** A message is written in one transaction with its deliveries: without any after so long it will get none. */
const settledMinutes = 10;

/**
 * Forgets deliveries and messages that nobody will look for any more: never what waits, of each webhook never the newest, what
 * arrived by age or where it is too much, what did not arrive by age only. Returns how many rows went; call it again until none does.
 */
export async function pruneLog(db: DatabaseClient['db']): Promise<number> {
  return db.transaction(async (tx) => {
    const deliveries = await tx.execute(sql`
      with bound as materialized (
        -- Nobody can look at the log of one that was removed.
        select w.id, w.removed_at is null as is_shown,
          (select d.id from ops.webhook_delivery d where d.webhook_id = w.id order by d.id desc offset ${keptDeliveries} limit 1) as old,
          (select d.id from ops.webhook_delivery d where d.webhook_id = w.id order by d.id desc offset ${mostDeliveries} limit 1) as surplus
        from ops.webhook w),
      held as materialized (
        select d.id from ops.webhook_delivery d join bound b on b.id = d.webhook_id join ops.webhook_event e on e.id = d.event_id
        where d.state <> 'pending' and (not b.is_shown or d.id <= b.old)
          and (e.at < clock_timestamp() - make_interval(days => ${keptDays}) or (d.state = 'delivered' and d.id <= b.surplus))
        order by d.id limit ${mostAtOnce}
        -- One that is sent again at this moment is not over.
        for update of d skip locked),
      attempts as (delete from ops.webhook_attempt where delivery_id in (select id from held))
      delete from ops.webhook_delivery where id in (select id from held) returning id`);
    const events = await tx.execute(sql`
      delete from ops.webhook_event where id in (
        select e.id from ops.webhook_event e
        where e.at < clock_timestamp() - make_interval(mins => ${settledMinutes})
          and not exists (select from ops.webhook_delivery d where d.event_id = e.id)
        order by e.id limit ${mostAtOnce})
      returning id`);
    return deliveries.length + events.length;
  });
}
