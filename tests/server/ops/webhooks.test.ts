import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { collectEvents } from '#db/webhooks/collectEvents.ts';
import type { Delivery, Webhook } from '#domain/webhooks/webhook.ts';
import { fileOne } from '../../support/incidents.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { addStaff } from '../../support/staff.ts';
import { openBrowser, openStaff, type StaffBrowser } from './staffBrowser.ts';

const database = openStaff();
const db = () => database.client.db;
let [dana, erlan]: StaffBrowser[] = [];
const root = '/api/ops/webhooks';
const events = ['incident.opened', 'results.released'];

beforeAll(async () => {
  await loadSmallElection(db());
  const [one, two] = [
    await addStaff(db(), { role: 'admin', name: 'Dana' }),
    await addStaff(db(), { role: 'admin', name: 'Erlan' }),
  ];
  [dana, erlan] = [openBrowser(), openBrowser()];
  await dana.signIn(one.email);
  await erlan.signIn(two.email);
  await db().execute(sql`update auth.person set two_factor_enabled = true`);
  await db().execute(sql`update auth.session set second_factor = true`);
});
beforeEach(async () => {
  await db().execute(sql`truncate ops.webhook cascade`);
  await db().execute(sql`insert into ops.webhook_outbox default values on conflict do nothing`);
});

const send = async (method: string, path: string, body?: object, browser = dana) => {
  const answer = await browser?.send(method, `${root}${path}`, body === undefined ? {} : { body });
  return { status: answer?.status ?? 0, body: await answer?.json() };
};
const list = async (): Promise<Webhook[]> => (await send('GET', '')).body.webhooks;
const add = async (url = 'https://receiver.example/hook'): Promise<{ id: number; secret: string }> => {
  const { status, body } = await send('POST', '', { url, events });
  expect(status).toBe(201);
  return body;
};
const deliveries = async (id: number): Promise<Delivery[]> => (await send('GET', `/${id}/deliveries`)).body.deliveries;

describe('the routes of webhooks', () => {
  it('say a secret once, when it is made', async () => {
    const { id, secret } = await add();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(await list()).toMatchObject([
      { id, url: 'https://receiver.example/hook', events, createdBy: 'Dana', off: null },
    ]);
    const rotated = await send('POST', `/${id}/rotate`, {});
    expect(rotated.body.secret).not.toBe(secret);
    const [webhook] = await list();
    const hours = (Date.parse(webhook?.oldSecretUntil ?? '') - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    const everything = JSON.stringify([await list(), await deliveries(id), (await send('GET', '')).body]);
    const audit = JSON.stringify(await db().execute(sql`select action, before, after from ops.audit`));
    expect(everything + audit).not.toContain('whsec_');
    expect(audit).toContain('webhook.write');
  });

  it.each([
    ['url: no_https', { url: 'http://receiver.example/', events }],
    ['url: address', { url: 'https://10.0.0.1/', events }],
    ['url: port', { url: 'https://receiver.example:25/', events }],
    ['url: user', { url: 'https://me:word@receiver.example/', events }],
    ['url: no_url', { url: '🙈 <b>', events }],
    ['url: at most 500 characters', { url: `https://receiver.example/${'a'.repeat(500)}`, events }],
    ['events: at least one event', { url: 'https://receiver.example/', events: [] }],
    ['events.0: ', { url: 'https://receiver.example/', events: ['results.sealed'] }],
    ['Unrecognized key', { url: 'https://receiver.example/', events, secret: 'whsec_AAAA' }],
    ['url: ', { events }],
  ])('refuse %s', async (message, body) => {
    const answer = await send('POST', '', body);
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_input']);
    expect(answer.body.message).toContain(message);
    expect(await list()).toEqual([]);
  });

  it('let a rehearsal send to its own machine, and an election not', async () => {
    await add('http://127.0.0.1:8099/hook');
    await db().execute(sql`update board.election set is_test = false`);
    const answer = await send('POST', '', { url: 'http://127.0.0.1:8098/hook', events });
    await db().execute(sql`update board.election set is_test = true`);
    expect(answer.body.message).toBe('url: no_https');
  });

  it('let one of two who switch it off be first, and tell the other who was', async () => {
    const { id } = await add();
    const both = await Promise.all([send('POST', `/${id}/disable`, {}), send('POST', `/${id}/disable`, {}, erlan)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = both.find(({ status }) => status === 409);
    const [webhook] = await list();
    expect(webhook?.off).toMatchObject({ reason: 'person' });
    expect(late?.body.message).toContain(`by ${webhook?.off?.by}`);
    expect((await send('POST', `/${id}/ping`, {})).status).toBe(409);
    expect((await send('POST', `/${id}/enable`, {})).status).toBe(200);
    expect((await send('POST', `/${id}/enable`, {})).status).toBe(409);
  });

  it('keep nothing for one that is off, and what waited is not sent', async () => {
    const { id } = await add();
    await fileOne(db());
    await collectEvents(db());
    await send('POST', `/${id}/disable`, {});
    await fileOne(db());
    await collectEvents(db());
    expect((await deliveries(id)).map(({ state }) => state)).toEqual(['cancelled']);
    const [delivery] = await deliveries(id);
    expect((await send('POST', `/deliveries/${delivery?.id}/redeliver`, {})).status).toBe(409);
    await send('POST', `/${id}/enable`, {});
    expect((await send('POST', `/deliveries/${delivery?.id}/redeliver`, {})).status).toBe(200);
    expect((await send('POST', `/deliveries/${delivery?.id}/redeliver`, {})).status).toBe(409);
    expect((await deliveries(id)).map(({ state }) => state)).toEqual(['pending']);
  });

  it('send one test at a time, and page through the log', async () => {
    const { id } = await add();
    const tests = await Promise.all([send('POST', `/${id}/ping`, {}), send('POST', `/${id}/ping`, {}, erlan)]);
    expect(tests.map(({ status }) => status).sort()).toEqual([200, 409]);
    for (let number = 0; number < 24; number += 1) await fileOne(db());
    await collectEvents(db());
    const first = (await send('GET', `/${id}/deliveries`)).body;
    expect([first.deliveries.length, first.isWhole]).toEqual([20, false]);
    const second = (await send('GET', `/${id}/deliveries?before=${first.deliveries.at(-1).id}`)).body;
    expect([second.deliveries.length, second.isWhole]).toEqual([5, true]);
    expect(second.deliveries.at(-1)).toMatchObject({ type: 'ping', state: 'pending', attempts: [] });
    expect((await send('GET', `/${id}/deliveries?before=x`)).status).toBe(400);
  });

  it('know nothing of one that was removed, or of what is no number', async () => {
    const { id } = await add();
    await fileOne(db());
    await collectEvents(db());
    expect((await send('DELETE', `/${id}`)).status).toBe(200);
    expect(await list()).toEqual([]);
    for (const [method, path] of [
      ['DELETE', `/${id}`],
      ['POST', `/${id}/enable`],
      ['POST', `/${id}/rotate`],
      ['POST', `/${id}/sell`],
      ['GET', `/${id}/deliveries`],
      ['POST', '/1e3/ping'],
      ['POST', '/99999999999999999999/ping'],
      ['GET', '/0x1/deliveries'],
      ['POST', '/deliveries/999999/redeliver'],
    ] as const)
      expect([path, (await send(method, path, method === 'GET' ? undefined : {})).status]).toEqual([path, 404]);
    expect(await db().execute(sql`select from ops.webhook_secret`)).toHaveLength(0);
    expect((await add()).id).toBeGreaterThan(id);
  });

  it('change its address and events, and the secret, the log and what waits stay', async () => {
    const { id } = await add();
    await fileOne(db());
    await collectEvents(db());
    await db().execute(sql`
      update ops.webhook_delivery set attempts = 9, next_attempt_at = clock_timestamp() + interval '6 hours'`);
    await db().execute(sql`update ops.webhook set failing_since = clock_timestamp() - interval '4 days'`);
    const secrets = () => db().execute(sql`select id, secret, expires_at from ops.webhook_secret`);
    const before = await secrets();
    const url = 'https://other.example/hook';
    expect((await send('PUT', `/${id}`, { url, events: ['schedule.changed'], rowVersion: 1 }, erlan)).status).toBe(200);
    const [webhook] = await list();
    expect(webhook).toMatchObject({
      ...{ id, url, events: ['schedule.changed'], rowVersion: 2, createdBy: 'Dana', failingSince: null, waiting: 1 },
      changed: { by: 'Erlan' },
    });
    expect(Date.parse(webhook?.nextAttemptAt ?? '')).toBeLessThanOrEqual(Date.now());
    expect(await secrets()).toEqual(before);
    await fileOne(db());
    await collectEvents(db());
    expect((await deliveries(id)).map(({ type }) => type)).toEqual(['incident.opened']);
    const audit = await db().execute(sql`
      select person_name, object, before, after from ops.audit where object = ${`webhook/${id}`} order by id desc limit 1`);
    expect([...audit]).toEqual([
      {
        person_name: 'Erlan',
        object: `webhook/${id}`,
        before: { url: 'https://receiver.example/hook', events },
        after: { url, events: ['schedule.changed'] },
      },
    ]);
  });

  it('let one of two who change it at once be first, and tell the other who was', async () => {
    const { id } = await add();
    const change = (wanted: string[]) => ({ url: 'https://receiver.example/hook', events: wanted, rowVersion: 1 });
    const both = await Promise.all([
      send('PUT', `/${id}`, change(['incident.opened'])),
      send('PUT', `/${id}`, change(['results.released']), erlan),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [webhook] = await list();
    const late = both.find(({ status }) => status === 409);
    expect(late?.body.message).toBe(`changed: by ${webhook?.changed?.by} at ${webhook?.changed?.at}`);
    expect(webhook?.events).toEqual(webhook?.changed?.by === 'Dana' ? ['incident.opened'] : ['results.released']);
  });

  it('take no change to what could not be added, or to the address of another', async () => {
    const { id } = await add();
    await add('https://other.example/hook');
    const put = (body: object) =>
      send('PUT', `/${id}`, { url: 'https://new.example/', events, rowVersion: 1, ...body });
    for (const [message, body] of [
      ['url: no_https', { url: 'http://receiver.example/' }],
      ['url: address', { url: 'https://10.0.0.1/' }],
      ['events: at least one event', { events: [] }],
      ['rowVersion: ', { rowVersion: '1' }],
      ['Unrecognized key', { secret: 'whsec_AAAA' }],
    ] as const) {
      const answer = await put(body);
      expect([answer.status, answer.body.error]).toEqual([400, 'invalid_input']);
      expect(answer.body.message).toContain(message);
    }
    const taken = await put({ url: 'https://other.example/hook' });
    expect([taken.status, taken.body.message]).toEqual([409, 'address: another webhook has it']);
    expect((await send('PUT', '/999999', { url: 'https://new.example/', events, rowVersion: 1 })).status).toBe(404);
    const [webhook] = await list();
    expect(webhook).toMatchObject({ url: 'https://receiver.example/hook', rowVersion: 1, changed: null });
    const same = await send('PUT', `/${id}`, { url: webhook?.url, events, rowVersion: 1 });
    expect([same.status, (await list())[0]?.changed]).toEqual([200, null]);
  });
});
