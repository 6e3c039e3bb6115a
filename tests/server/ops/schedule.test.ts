import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { sealSmallEdition } from '../../support/releaseEdition.ts';
import { at, extension, loadSchedule, publicationAt } from '../../support/schedule.ts';
import { addStaff } from '../../support/staff.ts';
import { openBrowser, openStaff, type StaffBrowser } from './staffBrowser.ts';

const database = openStaff();
const people = { first: 'leadership', second: 'leadership', approver: 'approver', duty: 'duty' } as const;
type Who = keyof typeof people;
const browsers = new Map<Who, StaffBrowser>();

beforeAll(async () => {
  const { db } = database.client;
  for (const [who, role] of Object.entries(people) as [Who, (typeof people)[Who]][]) {
    const browser = openBrowser();
    await browser.signIn((await addStaff(db, { role, name: `The ${who}` })).email);
    browsers.set(who, browser);
  }
  await db.execute(sql`update auth.person set two_factor_enabled = true`);
  await db.execute(sql`update auth.session set second_factor = true`);
}, 60_000);
beforeEach(() => loadSchedule(database.client.db));

async function ask(who: Who, method: string, path = '', body?: unknown, headers: Record<string, string> = {}) {
  const answer = await browsers
    .get(who)
    ?.send(method, `/api/ops/schedule${path}`, { ...(body === undefined ? {} : { body }), headers });
  const text = (await answer?.text()) ?? '';
  return {
    status: answer?.status,
    etag: answer?.headers.get('etag') ?? '',
    json: text === '' ? null : JSON.parse(text),
  };
}

describe('the schedule over HTTP', () => {
  it('is moved by two people, and each reads whose proposal it is', async () => {
    const proposed = await ask('first', 'POST', '', extension('04T14:00', { seenAt: '2020-09-01T00:00:00+06:00' }));
    expect(proposed).toMatchObject({ status: 201, json: { proposals: [{ id: 1, isOwn: true, end: null }] } });
    expect((await ask('second', 'GET')).json.proposals).toMatchObject([{ isOwn: false, proposedBy: 'The first' }]);
    expect(await ask('first', 'POST', '/1/confirm', {})).toMatchObject({ status: 409 });
    expect(await ask('approver', 'POST', '/1/withdraw', {})).toMatchObject({ status: 403 });
    expect(await ask('second', 'POST', '/1/withdraw', {})).toMatchObject({ status: 403 });
    const confirmed = await ask('approver', 'POST', '/1/confirm', {});
    expect(confirmed).toMatchObject({ status: 200, json: { proposals: [{ end: { outcome: 'confirmed' } }] } });
    expect(confirmed.json.schedule.windows.at(-1).closesAt).toBe(at('04T14:00'));
    const late = await ask('second', 'POST', '/1/confirm', {});
    expect(late).toMatchObject({
      status: 409,
      json: { message: expect.stringMatching(/confirmed already, by The approver/) },
    });
  });

  it('is answered with 304 until something changes', async () => {
    const { etag } = await ask('duty', 'GET');
    expect((await ask('duty', 'GET', '', undefined, { 'if-none-match': etag })).status).toBe(304);
    await ask('first', 'POST', '', publicationAt('06T12:00'));
    expect(await ask('duty', 'GET', '', undefined, { 'if-none-match': etag })).toMatchObject({
      status: 200,
      json: { proposals: [{ change: { kind: 'publication' } }] },
    });
  });

  it.each([
    ['no reason in Kazakh', { reason: { kk: ' ', ru: 'п', en: 'r' } }],
    ['a language missing', { decidedBy: { ru: 'к', en: 'c' } }],
    ['a text that turns the reading direction', { reason: { kk: 'а‮', ru: 'п', en: 'r' } }],
    ['no time', { closesAt: 'tomorrow' }],
    ['a time without a zone', { closesAt: '2020-10-04T14:00' }],
    ['a day that is not there', { closesAt: '2020-02-31T14:00:00+06:00' }],
    ['a channel of no election', { channel: 'telegram' }],
    ['a field of its own', { announcedAt: at('04T14:00') }],
    ['a publication in the shape of a window', { kind: 'publication' }],
  ])('takes no proposal with %s', async (_, fault) => {
    expect(await ask('first', 'POST', '', extension('04T14:00', fault))).toMatchObject({
      status: 400,
      json: { error: 'invalid_input' },
    });
  });

  it('keeps what people write as they wrote it', async () => {
    const words = '<b>Серверы</b> & "база" не отвечали 🗳️';
    const all = { kk: words, ru: words, en: words };
    const proposed = await ask('first', 'POST', '', extension('04T14:00', { reason: all }));
    expect(proposed.json.proposals[0].reason).toEqual(all);
  });

  it('is declined with a reason only, and what is not there is not found', async () => {
    await ask('first', 'POST', '', extension('04T14:00'));
    expect((await ask('second', 'POST', '/1/decline', {})).status).toBe(400);
    expect((await ask('second', 'POST', '/1/decline', { reason: 'It works again' })).status).toBe(200);
    for (const path of ['/99/confirm', '/x/confirm', '/1/undo'])
      expect([path, (await ask('approver', 'POST', path, {})).status]).toEqual([path, 404]);
  });

  it('tells those who move it that a sealed count stands, and nobody else; one that was objected to does not', async () => {
    const draft = await sealSmallEdition(database);
    const told = async () =>
      (await Promise.all((['first', 'approver', 'duty'] as const).map((who) => ask(who, 'GET')))).map(
        ({ json }) => json.isCountSealed,
      );
    expect(await told()).toEqual([true, true, false]);
    expect((await ask('first', 'POST', '', extension('04T14:00'))).status).toBe(409);
    const verdict = { verdict: 'objected', hash: draft.manifestHash, reason: 'a wrong sum' };
    const objected = await browsers.get('approver')?.send('POST', '/api/ops/results', { body: verdict });
    expect(objected?.status).toBe(200);
    expect(await told()).toEqual([false, false, false]);
    expect((await ask('first', 'POST', '', extension('04T14:00'))).status).toBe(201);
  });

  it('is moved by nobody whose session was ended between two requests', async () => {
    await ask('first', 'POST', '', extension('04T14:00'));
    await database.client.db.execute(sql`
      update auth.person set disabled_at = clock_timestamp() where name = 'The second'`);
    try {
      expect((await ask('second', 'POST', '/1/confirm', {})).status).toBe(401);
    } finally {
      await database.client.db.execute(sql`update auth.person set disabled_at = null`);
    }
    expect((await ask('first', 'GET')).json.proposals).toMatchObject([{ end: null }]);
  });
});
