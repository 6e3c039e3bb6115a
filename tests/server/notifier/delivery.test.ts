import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { pingWebhook, redeliver } from '#db/webhooks/askDelivery.ts';
import { collectEvents } from '#db/webhooks/collectEvents.ts';
import { listWebhooks } from '#db/webhooks/listWebhooks.ts';
import { rotateSecret } from '#db/webhooks/secrets.ts';
import { switchOn } from '#db/webhooks/switchWebhook.ts';
import { fileOne } from '../../support/incidents.ts';
import { until } from '../../support/liveServer.ts';
import { startNotifierProcess } from './notifierProcess.ts';
import { signByOpenssl } from './receiver.ts';
import { administrator, openWebhooks } from './webhooks.ts';

describe('a delivery', () => {
  const { database, db, add, receive, notify, log, hurry } = openWebhooks();
  const fileMany = async (count: number) => {
    for (let number = 0; number < count; number += 1) await fileOne(db());
  };
  const webhookOf = async (id: number) => (await listWebhooks(db())).find((webhook) => webhook.id === id);

  it('is signed so that openssl comes to the same, with the time of the attempt', async () => {
    const receiver = await receive();
    const { secret } = await add(receiver.url);
    notify();
    await fileOne(db(), { title: { en: 'Кодтар 🙈 ]]> <b>', kk: 'Қ' } });
    await until(() => receiver.received.length === 1);
    const [first] = receiver.received;
    if (!first) throw new Error('nothing came');
    expect(first.headers['webhook-signature']).toBe(signByOpenssl(secret, first));
    expect(first.headers['content-type']).toBe('application/json');
    expect(first.headers['webhook-id']).toMatch(/^msg_[\da-f]{32}$/);
    expect(Math.abs(Number(first.headers['webhook-timestamp']) - Date.now() / 1_000)).toBeLessThan(5);
  });

  it('is signed with two secrets while one takes the place of the other, and with no third', async () => {
    const receiver = await receive();
    const { id, secret: oldest } = await add(receiver.url);
    const web = database.connectAs('saylau_web').db;
    const { secret: old } = await rotateSecret(web, administrator, id);
    const { secret: present } = await rotateSecret(web, administrator, id);
    notify();
    await fileOne(db());
    await until(() => receiver.received.length === 1);
    const [first] = receiver.received;
    if (!first) throw new Error('nothing came');
    expect(first.headers['webhook-signature']).toBe([present, old].map((each) => signByOpenssl(each, first)).join(' '));
    expect(first.headers['webhook-signature']).not.toContain(signByOpenssl(oldest, first));
    await db().execute(sql`
      update ops.webhook_secret set expires_at = clock_timestamp() where expires_at is not null`);
    await fileOne(db());
    await until(() => receiver.received.length === 2);
    const [, second] = receiver.received;
    expect(second?.headers['webhook-signature']).toBe(second && signByOpenssl(present, second));
  });

  it('is tried again after a failure, under the same id, and those behind it wait for it', async () => {
    const receiver = await receive((response, count) =>
      count === 1 ? response.writeHead(500).end('Out of \u0000order\nby far') : response.writeHead(200).end('ok'),
    );
    const { id } = await add(receiver.url);
    await fileMany(3);
    notify();
    await until(() => receiver.received.length === 1);
    await until(async () => (await webhookOf(id))?.failingSince !== null);
    expect((await webhookOf(id))?.waiting).toBe(3);
    await until(() => receiver.received.length === 4, 15_000);
    const ids = receiver.ids();
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
    const [first, second] = receiver.received;
    const waitedMs = (second?.atMs ?? 0) - (first?.atMs ?? 0);
    expect(waitedMs).toBeGreaterThan(3_900);
    expect(waitedMs).toBeLessThan(8_000);
    await until(async () => (await webhookOf(id))?.waiting === 0);
    const [, , oldest] = await log(id);
    expect(oldest).toMatchObject({
      state: 'delivered',
      attempts: [
        { status: 200, excerpt: 'ok' },
        { status: 500, excerpt: 'Out of  order\nby far' },
      ],
    });
    expect(await webhookOf(id)).toMatchObject({ failingSince: null, nextAttemptAt: null });
  });

  it('does not hold others back once it failed often, and is given up after its last attempt', async () => {
    const bad = { id: '' };
    const receiver = await receive((response, count) =>
      response.writeHead(receiver.ids()[count - 1] === bad.id ? 400 : 204).end(),
    );
    const { id } = await add(receiver.url);
    await fileMany(2);
    await collectEvents(db());
    bad.id = (await log(id)).at(-1)?.messageId ?? '';
    await db().execute(
      sql`update ops.webhook_delivery set attempts = 3 where id = (select min(id) from ops.webhook_delivery)`,
    );
    notify();
    await until(() => receiver.received.length === 2);
    expect(new Set(receiver.ids()).size).toBe(2);
    await db().execute(sql`update ops.webhook_delivery set attempts = 10 where state = 'pending'`);
    await hurry();
    await until(async () => (await log(id)).at(-1)?.state === 'failed');
    expect(await webhookOf(id)).toMatchObject({ off: null, waiting: 0 });
  });

  it('waits as long as the receiver asks', async () => {
    const receiver = await receive((response, count) =>
      response.writeHead(count === 1 ? 429 : 204, count === 1 ? { 'Retry-After': '7' } : {}).end(),
    );
    const { id } = await add(receiver.url);
    notify();
    await fileMany(2);
    await until(() => receiver.received.length === 3, 15_000);
    expect((receiver.received[1]?.atMs ?? 0) - (receiver.received[0]?.atMs ?? 0)).toBeGreaterThanOrEqual(6_900);
    await until(async () => (await log(id)).every(({ state }) => state === 'delivered'));
  }, 30_000);

  it('switches off who answers 410, or failed for five days, says so in the audit log, and can be asked for again', async () => {
    let status = 410;
    const receiver = await receive((response) => response.writeHead(status).end());
    const { id } = await add(receiver.url);
    await fileMany(2);
    notify();
    await until(async () => (await webhookOf(id))?.off?.reason === 'gone');
    expect(receiver.received).toHaveLength(1);
    expect((await log(id)).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    const [audited] = await db().execute<{ person_name: string; after: object }>(
      sql`select person_name, after from ops.audit where object = ${`webhook/${id}`} order by id desc limit 1`,
    );
    expect(audited).toMatchObject({ person_name: 'notifier', after: { state: 'off', reason: 'gone' } });
    status = 204;
    const web = database.connectAs('saylau_web').db;
    await expect(redeliver(web, administrator, (await log(id))[0]?.id ?? 0)).rejects.toThrow('switch it on');
    await switchOn(web, administrator, id);
    await redeliver(web, administrator, (await log(id))[0]?.id ?? 0);
    await until(async () => (await webhookOf(id))?.waiting === 0);
    expect(new Set(receiver.ids()).size).toBe(2);

    status = 500;
    await db().execute(sql`update ops.webhook set failing_since = clock_timestamp() - interval '5 days 1 second'`);
    await pingWebhook(web, administrator, id);
    await until(async () => (await webhookOf(id))?.off?.reason === 'failing');
  });

  it('follows no redirect', async () => {
    const elsewhere = await receive();
    const receiver = await receive((response) => response.writeHead(307, { Location: elsewhere.url }).end());
    const { id } = await add(receiver.url);
    notify();
    await fileOne(db());
    await until(async () => (await log(id))[0]?.attempts.length === 1);
    expect((await log(id))[0]?.attempts[0]).toMatchObject({ status: 307, error: 'redirects are not followed' });
    expect(elsewhere.received).toHaveLength(0);
  });

  it('to a receiver that never answers ends after five seconds and delays nobody else', async () => {
    const silent = await receive(() => {});
    const endless = await receive((response) => {
      response.writeHead(200);
      response.write('a');
    });
    const quick = await receive();
    const { id: silentId } = await add(silent.url);
    const { id: endlessId } = await add(endless.url);
    await add(quick.url);
    notify();
    const filedAtMs = Date.now();
    await fileMany(10);
    await until(() => quick.received.length === 10);
    expect((quick.received.at(-1)?.atMs ?? 0) - filedAtMs).toBeLessThan(3_500);
    expect(new Set(quick.ids()).size).toBe(10);
    await until(async () => (await log(silentId)).at(-1)?.attempts.length === 1);
    expect((await log(silentId)).at(-1)?.attempts[0]).toMatchObject({ status: null, error: 'no answer in 5 s' });
    // Its status came: it has the message, whatever it goes on to say.
    await until(async () => (await log(endlessId)).at(-1)?.state === 'delivered');
  }, 30_000);

  it('is lost by no kill -9: nothing is missing, and one that comes twice has the same id', async () => {
    const receiver = await receive((response) => setTimeout(() => response.writeHead(204).end(), 40));
    const { id } = await add(receiver.url);
    const expected = 30;
    const filing = fileMany(expected);
    for (let round = 0; round < 2; round += 1) {
      const killed = startNotifierProcess(database.url);
      await killed.ready;
      await until(() => receiver.received.length > round * 5 + 3, 20_000);
      await killed.kill();
    }
    await filing;
    const last = startNotifierProcess(database.url);
    await last.ready;
    await until(async () => (await webhookOf(id))?.waiting === 0 && new Set(receiver.ids()).size === expected, 60_000);
    const opened = new Map(receiver.received.map(({ headers, body }) => [headers['webhook-id'], body]));
    expect(opened.size).toBe(expected);
    expect(new Set(opened.values()).size).toBe(expected);
    const twice = receiver.received.length - expected;
    expect(twice).toBeLessThanOrEqual(2);
    const rss = Number(/VmRSS:\s+(\d+)/.exec(execFileSync('cat', [`/proc/${last.pid}/status`]).toString())?.[1]);
    process.stdout.write(
      `notifier: ${twice} of ${expected} came twice over 2 kills; RSS ${Math.round(rss / 1024)} MB\n`,
    );
    expect(await last.stop()).toBe(0);
  }, 120_000);

  it('comes once from two senders, and from the other where one is frozen in the midst', async () => {
    const receiver = await receive();
    await add(receiver.url);
    // What the frozen one says when it wakes without its connection is no news.
    const senders = [1, 2].map(() => startNotifierProcess(database.url, { LOG_LEVEL: 'fatal' }));
    await Promise.all(senders.map(({ ready }) => ready));
    await fileMany(40);
    await until(() => new Set(receiver.ids()).size === 40, 20_000);
    expect(receiver.ids()).toHaveLength(40);
    const order = receiver.received.map(({ message }) => ('incident' in message.data ? message.data.incident.id : ''));
    expect(order).toEqual([...order].sort());
    senders[0]?.freeze();
    await fileMany(5);
    await until(() => new Set(receiver.ids()).size === 45, 25_000);
    senders[0]?.wake();
    for (const sender of senders) expect(await sender.stop()).toBe(0);
  }, 90_000);
});
