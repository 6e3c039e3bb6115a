import { describe, expect, it } from 'vitest';
import { sqlState } from '#db/aggregate/serialization.ts';
import { sql } from '#db/client.ts';
import { removeWebhook } from '#db/webhooks/switchWebhook.ts';
import { type DeliveryState, keptDays, keptDeliveries, mostDeliveries } from '#domain/webhooks/webhook.ts';
import { until } from '../../support/liveServer.ts';
import { administrator, openWebhooks } from './webhooks.ts';

describe('the log of deliveries', () => {
  const { database, db, add, notify } = openWebhooks();
  /** Deliveries of a state and age, each of a message of its own with an attempt. */
  const fill = (id: number, state: DeliveryState, count: number, days: number) =>
    db().execute(sql`
      with e as (
        insert into ops.webhook_event (type, body, at)
        select 'ping', '{}', clock_timestamp() - make_interval(days => ${days}) from generate_series(1, ${count}) returning id),
      d as (
        insert into ops.webhook_delivery (webhook_id, event_id, state, next_attempt_at)
        select ${id}, id, ${state}, case when ${state} = 'pending' then clock_timestamp() + interval '1 day' end from e order by id
        returning id)
      insert into ops.webhook_attempt (delivery_id, duration_ms, status) select id, 1, 200 from d`);
  const left = async (id: number) =>
    Object.fromEntries(
      (
        await db().execute<{ state: string; count: number }>(sql`
          select state, count(*)::int from ops.webhook_delivery where webhook_id = ${id} group by state order by state`)
      ).map(({ state, count }) => [state, count]),
    );
  const events = async () =>
    (await db().execute<{ count: number }>(sql`select count(*)::int from ops.webhook_event`))[0]?.count;
  /** A notifier has pruned: what nobody was sent has gone, which is done last. */
  const prune = async () => {
    await db().execute(sql`
      insert into ops.webhook_event (message_id, type, body, at) values ('marker', 'ping', '{}', clock_timestamp() - interval '1 hour')`);
    const stop = notify();
    await until(
      async () =>
        (await db().execute(sql`select from ops.webhook_event where message_id = 'marker'`)).length === 0 &&
        (
          await db().execute(sql`
          select from ops.webhook_event e where not exists (select from ops.webhook_delivery d where d.event_id = e.id)`)
        ).length === 0,
      30_000,
    );
    await stop();
  };
  const aged = keptDays + 1;

  it('loses what is old but for the newest of each webhook, and never what waits', async () => {
    const [busy, calm] = [await add('https://a.example/'), await add('https://b.example/')];
    await fill(calm.id, 'delivered', 5, aged);
    await fill(busy.id, 'pending', 3, aged);
    await fill(busy.id, 'delivered', 50, aged);
    await fill(busy.id, 'failed', 20, aged);
    await fill(busy.id, 'cancelled', 20, aged);
    await fill(busy.id, 'delivered', keptDeliveries - 10, 1);
    await fill(busy.id, 'delivered', 10, aged);
    await prune();
    expect(await left(busy.id)).toEqual({ delivered: keptDeliveries, pending: 3 });
    expect(await left(calm.id)).toEqual({ delivered: 5 });
    expect(await events()).toBe(keptDeliveries + 8);
    const [row] = await db().execute<{ count: number }>(sql`select count(*)::int from ops.webhook_attempt`);
    expect(row?.count).toBe(keptDeliveries + 8);
  });

  it('loses what arrived where it is too much, at any age, and what did not arrive only by age', async () => {
    const { id } = await add('https://a.example/');
    await fill(id, 'failed', 30, 1);
    await fill(id, 'pending', 2, 1);
    await fill(id, 'delivered', mostDeliveries + 2_500, 1);
    await prune();
    expect(await left(id)).toEqual({ delivered: mostDeliveries, failed: 30, pending: 2 });
  }, 120_000);

  it('of a webhook that was removed goes by age, whole', async () => {
    const { id } = await add('https://a.example/');
    await fill(id, 'delivered', 10, aged);
    await fill(id, 'delivered', 4, 1);
    await removeWebhook(database.connectAs('saylau_web').db, administrator, id);
    await prune();
    expect(await left(id)).toEqual({ delivered: 4 });
  });

  it('keeps what waits against the notifier itself, and the web removes nothing of it', async () => {
    const { id } = await add('https://a.example/');
    await fill(id, 'pending', 3, aged);
    const notifier = database.connectAs('saylau_notifier').db;
    await notifier.execute(sql`delete from ops.webhook_delivery`);
    expect(await left(id)).toEqual({ pending: 3 });
    for (const table of ['webhook_attempt', 'webhook_delivery', 'webhook_event']) {
      const refused = database.connectAs('saylau_web').db.execute(sql.raw(`delete from ops.${table}`));
      expect(sqlState(await refused.catch((error: unknown) => error))).toBe('42501');
    }
  });
});
