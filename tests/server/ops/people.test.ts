import { beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '#db/audit/listAudit.ts';
import { sql } from '#db/client.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { addStaff, staffPassword } from '../../support/staff.ts';
import { openBrowser, openStaff, type StaffBrowser } from './staffBrowser.ts';

const database = openStaff();
let admin: StaffBrowser;
let adminId = '';

beforeAll(async () => {
  await loadSmallElection(database.client.db);
  const person = await addStaff(database.client.db, { role: 'admin', name: 'Айгерім' });
  adminId = person.id;
  admin = openBrowser();
  await admin.signIn(person.email);
  await useSecondFactor();
});

/** As if every admin had set up a second factor and used it. */
const useSecondFactor = async () => {
  await database.client.db.execute(sql`update auth.person set two_factor_enabled = true where role = 'admin'`);
  await database.client.db.execute(sql`update auth.session set second_factor = true`);
};
const duty = { role: 'duty', commissionLevel: null, regionCode: 'XX-A', districtCode: null };
let added = 0;
const add = async (some: object = {}) => {
  added += 1;
  const body = { name: `Somebody ${added}`, email: `somebody${added}@board.example`, ...duty, ...some };
  const answer = await admin.send('POST', '/api/ops/people', { body });
  return { answer, body, ...(answer.ok ? await answer.json() : {}) } as {
    answer: Response;
    body: typeof body;
    id: string;
    secret: string;
  };
};
const setPassword = (secret: string, password = staffPassword) =>
  openBrowser().send('POST', '/api/auth/password', { body: { secret, password } });
const lastEntry = async (id: string) => (await listAudit(database.client.db, { object: `person/${id}` }, 1)).entries[0];

describe('a person who is added', () => {
  it('sets a password by a link, once, and then signs in', async () => {
    const { body, secret } = await add();
    expect((await openBrowser().signIn(body.email)).status).toBe(401);
    const answers = await Promise.all([setPassword(secret), setPassword(secret)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404]);
    expect((await setPassword(secret, 'another quiet lantern')).status).toBe(404);
    expect((await openBrowser().signIn(body.email)).status).toBe(200);
  });

  it('is in the log with all that was said, but for the link', async () => {
    const { id, body, secret } = await add({ name: '<script>alert(1)</script>' });
    const entry = await lastEntry(id);
    expect(entry).toMatchObject({
      personId: adminId,
      personName: 'Айгерім',
      role: 'admin',
      action: 'people.create',
      before: null,
      after: body,
    });
    expect(JSON.stringify(entry)).not.toContain(secret);
    const [row] = await database.client.db.execute(
      sql`select token_hash::text as hash from auth.password_link where user_id = ${id}`,
    );
    expect(JSON.stringify(row)).not.toContain(secret);
  });

  it('keeps the link after a weak password, and loses it after a day or with a newer one', async () => {
    const { id, secret } = await add();
    const weak = await setPassword(secret, 'somebody somebody');
    expect([weak.status, await weak.json()]).toEqual([400, { error: 'invalid_input', message: 'password: personal' }]);
    const renewed: { secret: string } = await (await admin.send('POST', `/api/ops/people/${id}/link`)).json();
    expect((await setPassword(secret)).status).toBe(404);
    await database.client.db.execute(
      sql`update auth.password_link set expires_at = now() - interval '1 second' where user_id = ${id}`,
    );
    expect((await setPassword(renewed.secret)).status).toBe(404);
  });

  it.each([
    ['with an e-mail that somebody has', { email: 'taken@board.example' }, 409],
    ['in a region that there is not', { regionCode: 'XX-Z' }, 400],
    ['in a district as if it were a region', { regionCode: 'XX-A-1' }, 400],
    [
      'in a district of another region',
      { role: 'commission', commissionLevel: 'district', districtCode: 'XX-B-1' },
      400,
    ],
    ['as an admin of a region', { role: 'admin' }, 400],
    ['with an id', { id: 'chosen' }, 400],
  ])('is refused %s', async (_, some, status) => {
    await addStaff(database.client.db, { role: 'leadership', email: 'taken@board.example' }).catch(() => {});
    expect((await add(some)).answer.status).toBe(status);
  });
});

describe('a person who is disabled', () => {
  it('is out at once, with sign-ins half done and links, and in again when enabled', async () => {
    const { id, body, secret } = await add({ role: 'leadership', regionCode: null });
    await setPassword(secret);
    const browser = openBrowser();
    await browser.signIn(body.email);
    const link: { secret: string } = await (await admin.send('POST', `/api/ops/people/${id}/link`)).json();
    expect((await browser.send('GET', '/api/ops/audit')).status).toBe(200);
    expect((await admin.send('POST', `/api/ops/people/${id}/disable`)).status).toBe(200);
    expect((await browser.send('GET', '/api/ops/audit')).status).toBe(401);
    expect((await openBrowser().signIn(body.email)).status).toBe(401);
    expect((await setPassword(link.secret)).status).toBe(404);
    expect((await admin.send('POST', `/api/ops/people/${id}/disable`)).status).toBe(409);
    expect(await lastEntry(id)).toMatchObject({
      action: 'people.disable',
      before: { disabled: false },
      after: { disabled: true, endedSessions: 1 },
    });
    expect((await admin.send('POST', `/api/ops/people/${id}/enable`)).status).toBe(200);
    expect((await openBrowser().signIn(body.email)).status).toBe(200);
  });

  it('is never the last administrator, also when two shut out each other', async () => {
    expect((await admin.send('POST', `/api/ops/people/${adminId}/disable`)).status).toBe(409);
    const leadership = { role: 'leadership', commissionLevel: null, regionCode: null, districtCode: null };
    expect((await admin.send('PUT', `/api/ops/people/${adminId}`, { body: leadership })).status).toBe(409);
    const other = await addStaff(database.client.db, { role: 'admin' });
    const second = openBrowser();
    await second.signIn(other.email);
    await useSecondFactor();
    const answers = await Promise.all([
      admin.send('POST', `/api/ops/people/${other.id}/disable`),
      second.send('POST', `/api/ops/people/${adminId}/disable`),
    ]);
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 200).length).toBe(1);
    const [left] = await database.client.db.execute(sql`
      select count(*)::int as admins from auth.person where role = 'admin' and disabled_at is null`);
    expect(left).toEqual({ admins: 1 });
    await database.client.db.execute(sql`update auth.person set disabled_at = null where id = ${adminId}`);
    admin = openBrowser();
    const [self] = await database.client.db.execute<{ email: string }>(
      sql`select email from auth.person where id = ${adminId}`,
    );
    await database.client.db.execute(sql`update auth.person set two_factor_enabled = false where id = ${adminId}`);
    await admin.signIn(self?.email ?? '');
    await useSecondFactor();
  });
});

describe('an administrator', () => {
  it('ends all sessions of a person', async () => {
    const { id, body, secret } = await add({ role: 'leadership', regionCode: null });
    await setPassword(secret);
    const both = [openBrowser(), openBrowser()];
    for (const browser of both) await browser.signIn(body.email);
    const answer = await admin.send('DELETE', `/api/ops/people/${id}/sessions`);
    expect(await answer.json()).toEqual({ endedSessions: 2 });
    for (const browser of both) expect((await browser.send('GET', '/api/ops/audit')).status).toBe(401);
  });

  it('moves a person to another role while signed in: the next request has the new rights', async () => {
    const { id, body, secret } = await add({ role: 'leadership', regionCode: null });
    await setPassword(secret);
    const browser = openBrowser();
    await browser.signIn(body.email);
    expect((await browser.send('GET', '/api/ops/people')).status).toBe(200);
    expect((await admin.send('PUT', `/api/ops/people/${id}`, { body: duty })).status).toBe(200);
    expect((await browser.send('GET', '/api/ops/people')).status).toBe(403);
    expect(await lastEntry(id)).toMatchObject({
      action: 'people.update',
      before: { role: 'leadership', regionCode: null },
      after: duty,
    });
  });

  it('takes a lost second factor away; its person signs in with the password and has no more rights than before one', async () => {
    const { id, body, secret } = await add({ role: 'approver', regionCode: null });
    await setPassword(secret);
    expect((await admin.send('DELETE', `/api/ops/people/${id}/second-factor`)).status).toBe(409);
    await database.client.db.execute(sql`update auth.person set two_factor_enabled = true where id = ${id}`);
    expect((await admin.send('DELETE', `/api/ops/people/${id}/second-factor`)).status).toBe(200);
    const browser = openBrowser();
    expect(await (await browser.signIn(body.email)).json()).toEqual({ step: 'done' });
    expect((await (await browser.send('GET', '/api/ops/incidents')).json()).error).toBe('second_factor_needed');
  });

  it('is told where there is no such person', async () => {
    expect((await admin.send('POST', '/api/ops/people/nobody/disable')).status).toBe(404);
    expect((await admin.send('POST', `/api/ops/people/${encodeURIComponent("' or true --")}/disable`)).status).toBe(
      404,
    );
  });
});

describe('one’s own password', () => {
  it('is changed with the present one, and ends one’s other sessions', async () => {
    const person = await addStaff(database.client.db, { role: 'leadership' });
    const [browser, other] = [openBrowser(), openBrowser()];
    await browser.signIn(person.email);
    await other.signIn(person.email);
    const change = (currentPassword: string, password: string) =>
      browser.send('PUT', '/api/auth/password', { body: { currentPassword, password } });
    expect((await change('not the password', 'a wholly new lantern')).status).toBe(400);
    expect((await change(staffPassword, 'short')).status).toBe(400);
    expect((await change(staffPassword, 'x'.repeat(10_000))).status).toBe(400);
    expect((await change(staffPassword, 'a wholly new lantern')).status).toBe(200);
    expect((await browser.send('GET', '/api/ops/audit')).status).toBe(200);
    expect((await other.send('GET', '/api/ops/audit')).status).toBe(401);
    expect((await openBrowser().signIn(person.email)).status).toBe(401);
    expect((await openBrowser().signIn(person.email, 'a wholly new lantern')).status).toBe(200);
  });
});
