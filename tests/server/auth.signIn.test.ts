import { beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '#db/audit/listAudit.ts';
import { sql } from '#db/client.ts';
import type { NewPerson } from '#domain/staff/newPerson.ts';
import { loadSmallElection } from '../support/smallElection.ts';
import { addStaff, codeOf, staffPassword } from '../support/staff.ts';
import { openBrowser, openStaff, origin, type StaffBrowser } from './ops/staffBrowser.ts';

const database = openStaff();
const session = 'saylau.session_token';

beforeAll(() => loadSmallElection(database.client.db));

const add = (some: Partial<NewPerson> & Pick<NewPerson, 'role'>) => addStaff(database.client.db, some);
const status = async (browser: StaffBrowser) => (await browser.send('GET', '/api/ops/people')).status;

/** A person with an authenticator, and the browser that set it up. */
async function addWithSecondFactor(role: NewPerson['role']) {
  const person = await add({ role });
  const browser = openBrowser();
  await browser.signIn(person.email);
  const begun = await browser.send('POST', '/api/auth/second-factor', { body: { currentPassword: staffPassword } });
  const { uri, recoveryCodes }: { uri: string; recoveryCodes: string[] } = await begun.json();
  const firstCode = codeOf(uri);
  const confirmed = await browser.send('PUT', '/api/auth/second-factor', { body: { code: firstCode } });
  expect(confirmed.status).toBe(200);
  return { person, browser, uri, recoveryCodes, firstCode };
}

describe('the password', () => {
  it('lets in, with a cookie that scripts cannot read', async () => {
    const { email } = await add({ role: 'leadership' });
    const browser = openBrowser();
    const answer = await browser.signIn(email.toUpperCase());
    expect([answer.status, await answer.json()]).toEqual([200, { step: 'done' }]);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Max-Age=43200/i);
    expect(cookie).not.toMatch(/Secure/i);
    expect(await status(browser)).toBe(200);
  });

  it('sets a Secure cookie where readers come over https', async () => {
    const { email } = await add({ role: 'leadership' });
    const answer = await openBrowser().send('POST', '/api/auth/sign-in', {
      body: { email, password: staffPassword },
      headers: { 'x-forwarded-proto': 'https', origin: 'https://board.example' },
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-saylau\.session_token=.*Secure/i);
  });

  it('is answered alike whether it is wrong, its account unknown, locked, disabled or without one', async () => {
    const [wrong, locked, disabled, unset] = await Promise.all([
      add({ role: 'duty' }),
      add({ role: 'duty' }),
      add({ role: 'duty' }),
      add({ role: 'duty' }),
    ]);
    await database.client.db.execute(sql`
      update auth.person set locked_until = now() + interval '1 hour' where id = ${locked.id}`);
    await database.client.db.execute(sql`update auth.person set disabled_at = now() where id = ${disabled.id}`);
    await database.client.db.execute(sql`delete from auth.account where user_id = ${unset.id}`);
    const tries: [string, string][] = [
      [wrong.email, 'not the password at all'],
      ['nobody@board.example', staffPassword],
      ['not an e-mail', staffPassword],
      [locked.email, staffPassword],
      [disabled.email, staffPassword],
      [unset.email, staffPassword],
      [wrong.email, 'x'.repeat(10_000)],
    ];
    const answers = await Promise.all(
      tries.map(async ([email, password]) => {
        const answer = await openBrowser().signIn(email, password);
        return [answer.status, await answer.text(), answer.headers.getSetCookie()];
      }),
    );
    for (const answer of answers) expect(answer).toEqual([401, '{"error":"unauthorized"}', []]);
  });

  it('takes about as long for an unknown account as for a wrong password', async () => {
    const { email } = await add({ role: 'duty' });
    const leastMs = async (emails: string[]) => {
      const times: number[] = [];
      for (const each of emails) {
        const startedAt = performance.now();
        await openBrowser().signIn(each, 'not the password at all');
        times.push(performance.now() - startedAt);
      }
      return Math.min(...times);
    };
    const known = await leastMs([email, email, email]);
    const unknown = await leastMs(['a@board.example', 'b@board.example', 'c@board.example']);
    expect(Math.abs(known - unknown) / known).toBeLessThan(0.4);
  });

  it('locks the account after five failures, also of a hundred sent at once, and writes it down once', async () => {
    const { email, id } = await add({ role: 'leadership' });
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, index) => openBrowser().signIn(email, `guess number ${index}`)),
    );
    expect(guesses.map((answer) => answer.status)).toEqual(guesses.map(() => 401));
    const [row] = await database.client.db.execute<{ failures: number }>(
      sql`select failures from auth.person where id = ${id}`,
    );
    expect(row?.failures).toBe(5);
    expect((await openBrowser().signIn(email)).status).toBe(401);
    const { entries } = await listAudit(database.client.db, { action: 'session.lockOut', object: `person/${id}` }, 10);
    expect(entries.length).toBe(1);
    await database.client.db.execute(sql`
      update auth.person set locked_until = now() - interval '1 second', failures_since = now() - interval '16 minutes'
      where id = ${id}`);
    expect((await openBrowser().signIn(email)).status).toBe(200);
  });

  it('forgets four failures with the right one', async () => {
    const { email } = await add({ role: 'duty' });
    for (let round = 0; round < 2; round += 1) {
      for (let guess = 0; guess < 4; guess += 1) await openBrowser().signIn(email, 'not the password at all');
      expect((await openBrowser().signIn(email)).status).toBe(200);
    }
  }, 60_000);

  it('is not looked at past sixty attempts of one address', async () => {
    const browser = openBrowser();
    const answers = await Promise.all(
      Array.from({ length: 70 }, () => browser.signIn('nobody@board.example', 'x'.repeat(200))),
    );
    expect(answers.filter((answer) => answer.status === 401).length).toBe(60);
    expect(answers.filter((answer) => answer.status === 429).length).toBe(10);
  });
});

describe('the second factor', () => {
  it('is asked of approvers and admins before anything but their account', async () => {
    const { email } = await add({ role: 'admin' });
    const browser = openBrowser();
    await browser.signIn(email);
    const answer = await browser.send('GET', '/api/ops/people');
    expect([answer.status, await answer.json()]).toEqual([403, { error: 'second_factor_needed' }]);
  });

  it('ends the sessions that were begun without it', async () => {
    const { email } = await add({ role: 'admin' });
    const [other, browser] = [openBrowser(), openBrowser()];
    await other.signIn(email);
    await browser.signIn(email);
    const body = { currentPassword: staffPassword };
    const { uri } = await (await browser.send('POST', '/api/auth/second-factor', { body })).json();
    await browser.send('PUT', '/api/auth/second-factor', { body: { code: codeOf(uri) } });
    expect([await status(browser), await status(other)]).toEqual([200, 401]);
  });

  it('is asked after the password, and a code is good once', async () => {
    const { person, uri } = await addWithSecondFactor('admin');
    const code = codeOf(uri, 1);
    const [first, second] = [openBrowser(), openBrowser()];
    const asked = await first.signIn(person.email);
    expect([await asked.json(), first.cookies.has(session)]).toEqual([{ step: 'second_factor' }, false]);
    expect(await status(first)).toBe(401);
    await second.signIn(person.email);
    const answers = await Promise.all(
      [first, second].map((browser) => browser.send('POST', '/api/auth/sign-in/code', { body: { code } })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401]);
    expect([await status(first), await status(second)].sort()).toEqual([200, 401]);
    const third = openBrowser();
    await third.signIn(person.email);
    expect((await third.send('POST', '/api/auth/sign-in/code', { body: { code } })).status).toBe(401);
  });

  it('refuses the code that set it up, a wrong one, and one without a password before it', async () => {
    const { person, uri, firstCode } = await addWithSecondFactor('approver');
    const browser = openBrowser();
    const send = (code: string) => browser.send('POST', '/api/auth/sign-in/code', { body: { code } });
    expect((await send(codeOf(uri, 1))).status).toBe(401);
    await browser.signIn(person.email);
    expect((await send(firstCode)).status).toBe(401);
    expect((await send('000000')).status).toBe(401);
    expect(browser.cookies.has(session)).toBe(false);
    expect((await send(codeOf(uri, 1))).status).toBe(200);
  });

  it('is not guessed: five wrong codes lock it, whatever challenges they came by', async () => {
    const { person, uri } = await addWithSecondFactor('admin');
    const right = codeOf(uri, 1);
    for (let round = 0; round < 2; round += 1) {
      const browser = openBrowser();
      await browser.signIn(person.email);
      for (const code of ['111111', '222222', '333333'])
        expect((await browser.send('POST', '/api/auth/sign-in/code', { body: { code } })).status).toBe(401);
    }
    const browser = openBrowser();
    await browser.signIn(person.email);
    expect((await browser.send('POST', '/api/auth/sign-in/code', { body: { code: right } })).status).toBe(401);
  });

  it('can be replaced by a recovery code, once', async () => {
    const { person, recoveryCodes } = await addWithSecondFactor('admin');
    const [code = ''] = recoveryCodes;
    expect(recoveryCodes.length).toBe(10);
    const statuses: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      const browser = openBrowser();
      await browser.signIn(person.email);
      statuses.push((await browser.send('POST', '/api/auth/sign-in/code', { body: { code } })).status);
    }
    expect(statuses).toEqual([200, 401]);
  });

  it('is ended by its owner with the password and a code only', async () => {
    const { browser, uri } = await addWithSecondFactor('admin');
    const end = (currentPassword: string, code: string) =>
      browser.send('DELETE', '/api/auth/second-factor', { body: { currentPassword, code } });
    expect((await end(staffPassword, '000000')).status).toBe(400);
    expect((await end('not the password', codeOf(uri, 1))).status).toBe(400);
    expect((await end(staffPassword, codeOf(uri, 1))).status).toBe(200);
    expect((await (await browser.send('GET', '/api/ops/people')).json()).error).toBe('second_factor_needed');
  });

  it('is kept encrypted', async () => {
    const { person, uri, recoveryCodes } = await addWithSecondFactor('admin');
    const [row] = await database.client.db.execute<{ secret: string; codes: string }>(sql`
      select secret, backup_codes as codes from auth.second_factor where user_id = ${person.id}`);
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    expect(row?.secret).not.toContain(secret);
    expect(row?.codes).not.toContain(recoveryCodes[0]);
  });
});

describe('a session', () => {
  const open = async (role: NewPerson['role'] = 'leadership') => {
    const person = await add({ role });
    const browser = openBrowser();
    await browser.signIn(person.email);
    return { person, browser };
  };

  it('is not made by a cookie that we did not sign', async () => {
    const { browser } = await open();
    const signed = decodeURIComponent(browser.cookies.get(session) ?? '');
    const [token = '', signature = ''] = signed.split('.');
    for (const forged of [
      token,
      `${token}.${'A'.repeat(signature.length)}`,
      `${token}x.${signature}`,
      `.${signature}`,
      '',
      '%00',
      '{}',
    ])
      expect(await status(openBrowser(new Map([[session, encodeURIComponent(forged)]])))).toBe(401);
    expect(await status(openBrowser(new Map([[session, encodeURIComponent(signed)]])))).toBe(200);
  });

  it('is another after each sign-in, and the one before it ends', async () => {
    const { person, browser } = await open();
    const planted = browser.cookies.get(session) ?? '';
    await browser.signIn(person.email);
    expect(browser.cookies.get(session)).not.toBe(planted);
    expect(await status(openBrowser(new Map([[session, planted]])))).toBe(401);
  });

  it('ends with the sign-out, in the database too', async () => {
    const { browser } = await open();
    const kept = new Map(browser.cookies);
    expect((await browser.send('POST', '/api/auth/sign-out')).status).toBe(200);
    expect([browser.cookies.size, await status(openBrowser(kept))]).toEqual([0, 401]);
  });

  it('ends after an hour without use and twelve in all, and use moves it on', async () => {
    const { person, browser } = await open();
    const move = (minutes: number) =>
      database.client.db.execute(sql`
        update auth.session set expires_at = expires_at - make_interval(mins => ${minutes}),
          created_at = created_at - make_interval(mins => ${minutes}), last_seen_at = last_seen_at - make_interval(mins => ${minutes})
        where user_id = ${person.id}`);
    for (let hour = 0; hour < 11; hour += 1) {
      await move(55);
      expect(await status(browser)).toBe(200);
    }
    await move(61);
    expect(await status(browser)).toBe(401);
    const second = openBrowser();
    await second.signIn(person.email);
    for (let minutes = 0; minutes < 715; minutes += 55) {
      await move(55);
      expect(await status(second)).toBe(200);
    }
    await move(6);
    expect(await status(second)).toBe(401);
  });

  it('has the rights of its person as they are now, and none once that is disabled', async () => {
    const { person, browser } = await open();
    await database.client.db.execute(sql`update auth.person set role = 'duty' where id = ${person.id}`);
    expect(await status(browser)).toBe(403);
    await database.client.db.execute(
      sql`update auth.person set role = 'leadership', disabled_at = now() where id = ${person.id}`,
    );
    expect(await status(browser)).toBe(401);
  });

  it('is listed to its owner, who ends it from another browser; nobody else can', async () => {
    const { person, browser } = await open();
    const other = openBrowser();
    await other.signIn(person.email);
    const [row] = await database.client.db.execute<{ id: string; address: string }>(sql`
      select id, ip_address as address from auth.session where user_id = ${person.id} order by created_at limit 1`);
    expect(row?.address).toMatch(/^10\.1\./);
    const stranger = (await open()).browser;
    expect((await stranger.send('DELETE', `/api/auth/sessions/${row?.id}`)).status).toBe(404);
    expect((await other.send('DELETE', `/api/auth/sessions/${row?.id}`)).status).toBe(200);
    expect([await status(browser), await status(other)]).toEqual([401, 200]);
  });
});

describe('a request that changes something', () => {
  it('is refused from another origin, from none, and as a form', async () => {
    const person = await add({ role: 'leadership' });
    const browser = openBrowser();
    const body = { email: person.email, password: staffPassword };
    for (const foreign of [
      'https://evil.example',
      'null',
      'http://board.example.evil.example',
      'http://board.example:81',
      '',
    ]) {
      const answer = await browser.send('POST', '/api/auth/sign-in', { body, headers: { origin: foreign } });
      expect([answer.status, await answer.json()]).toEqual([403, { error: 'wrong_origin' }]);
    }
    const form = await browser.send('POST', '/api/auth/sign-in', {
      body: `email=${person.email}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    });
    expect(form.status).toBe(400);
    expect(browser.cookies.size).toBe(0);
  });

  it('is refused where it is not JSON, too large, or has fields of its own invention', async () => {
    const browser = openBrowser();
    for (const body of ['{', '[]', 'null', JSON.stringify({ email: 1, password: 'x' }), `"${'x'.repeat(70_000)}"`])
      expect((await browser.send('POST', '/api/auth/sign-in', { body })).status).toBe(400);
    const extra = { email: 'a@board.example', password: 'x', trustDevice: true, callbackURL: 'https://evil.example' };
    expect((await browser.send('POST', '/api/auth/sign-in', { body: extra })).status).toBe(400);
  });
});
