import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { authorize } from '#db/vote/authorize.ts';
import { InvalidInput } from '#domain/errors.ts';
import { openTestDatabase } from '#tests/support/database.ts';
import { countRows, iinOf, kokshetau, requestOf, seedPrimaries, setVoting, stepnogorsk } from './primaries.ts';

const database = openTestDatabase();
let db: DatabaseClient['db'];

beforeAll(async () => {
  db = database.client.db;
  await seedPrimaries(db);
});
beforeEach(async () => {
  await setVoting(db, 'open');
  await db.execute(sql`truncate vote.voted, vote.admission, vote.authorization, vote.refusal cascade`);
});

const refused = (reason: string) => ({ outcome: 'refused', reason });

describe('one vote, one IIN, one mobile number, one IP address', () => {
  test('a member on the roll is authorized and given a credential of which only the digest is kept', async () => {
    const answer = await authorize(db, requestOf(1));
    expect(answer).toEqual({ outcome: 'authorized', credential: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const credential = answer.outcome === 'authorized' ? answer.credential : '';
    const [row] = await db.execute(sql`
      select a.district_code, a.channel, m.credential_digest = vote.digest('credential', ${credential}) as known, m::text as held
      from vote.authorization a join vote.admission m on m.authorization_id = a.id
    `);
    expect(row).toMatchObject({ district_code: kokshetau, channel: 'online', known: true });
    expect(row?.held).not.toContain(credential);
    expect(row?.held).not.toContain(iinOf(1));
  });

  test.each([
    ['iin_used', { phone: '+77772223344', ip: '10.9.9.9' }, 1],
    ['phone_used', { phone: requestOf(1).phone }, 2],
    ['ip_used', { ip: requestOf(1).ip }, 2],
    ['iin_used', {}, 1],
    ['phone_used', { phone: requestOf(1).phone, ip: requestOf(1).ip }, 2],
  ])('a second attempt is refused as %s when it brings %o', async (reason, changes, member) => {
    await authorize(db, requestOf(1));
    expect(await authorize(db, requestOf(member, changes))).toEqual(refused(reason));
    expect(await countRows(db)).toMatchObject({ authorizations: 1, admissions: 1, refusals: 1 });
    expect([...(await db.execute(sql`select district_code, channel, reason from vote.refusal`))]).toEqual([
      { district_code: kokshetau, channel: 'online', reason },
    ]);
  });

  test('a refused member may come again with a number and an address of their own', async () => {
    await authorize(db, requestOf(1));
    expect(await authorize(db, requestOf(2, { phone: requestOf(1).phone }))).toEqual(refused('phone_used'));
    expect(await authorize(db, requestOf(2))).toMatchObject({ outcome: 'authorized' });
  });

  test.each([
    ['8 (701) 100-00-01', '+7 701 100 00 01'],
    ['87011000001', '77011000001'],
    ['007 701 1000001', '8.701.100.00.01'],
    ['+86 138 0013 8000', '0086-13800138000'],
  ])('%s and %s are one mobile number', async (first, second) => {
    expect(await authorize(db, requestOf(1, { phone: first }))).toMatchObject({ outcome: 'authorized' });
    expect(await authorize(db, requestOf(2, { phone: second }))).toEqual(refused('phone_used'));
  });

  test.each([
    ['203.0.113.9', '::ffff:203.0.113.9'],
    ['2001:db8::1', '2001:0DB8:0:0:0:0:0:1'],
  ])('%s and %s are one IP address', async (first, second) => {
    expect(await authorize(db, requestOf(1, { ip: first }))).toMatchObject({ outcome: 'authorized' });
    expect(await authorize(db, requestOf(2, { ip: second }))).toEqual(refused('ip_used'));
  });

  test('an IIN is the same with spaces and hyphens in it', async () => {
    expect(await authorize(db, requestOf(1, { iin: ' 900101 300-001 ' }))).toMatchObject({ outcome: 'authorized' });
    expect(await authorize(db, requestOf(1))).toEqual(refused('iin_used'));
  });
});

describe('who may vote, where and when', () => {
  test('an IIN that is not on the roll is refused', async () => {
    expect(await authorize(db, requestOf(1, { iin: '111111111111' }))).toEqual(refused('not_on_roll'));
  });

  test('a member of another district is refused, and counted where they tried', async () => {
    expect(await authorize(db, requestOf(1, { districtCode: stepnogorsk }))).toEqual(refused('not_on_roll'));
    expect([...(await db.execute(sql`select district_code from vote.refusal`))]).toEqual([
      { district_code: stepnogorsk },
    ]);
  });

  test('before the online window opens and from the moment it closes, everybody is refused', async () => {
    await setVoting(db, 'closed');
    expect(await authorize(db, requestOf(1))).toEqual(refused('outside_window'));
    await db.execute(
      sql`update vote.voting_window set opens_at = now() + interval '1 minute', closes_at = now() + interval '1 hour'`,
    );
    expect(await authorize(db, requestOf(1))).toEqual(refused('outside_window'));
    await db.execute(sql`update vote.voting_window set opens_at = now() - interval '1 hour'`);
    expect(await authorize(db, requestOf(1))).toMatchObject({ outcome: 'authorized' });
  });

  test('an event carries election time, so that a rehearsal of October 2020 is of October 2020', async () => {
    await db.execute(
      sql`update vote.clock set mode = 'rehearsal', origin_election = '2020-10-02T12:00:00Z', speed = 0`,
    );
    await db.execute(
      sql`update vote.voting_window set opens_at = '2020-10-01T00:00:00Z', closes_at = '2020-10-03T00:00:00Z'`,
    );
    expect(await authorize(db, requestOf(1))).toMatchObject({ outcome: 'authorized' });
    const [row] = await db.execute(
      sql`select occurred_at = '2020-10-02T12:00:00Z' as "inOctober" from vote.authorization`,
    );
    expect(row).toEqual({ inOctober: true });
    await db.execute(sql`update vote.clock set mode = 'live'`);
    await db.execute(sql`update vote.voting_window set opens_at = now() - interval '1 hour'`);
  });
});

describe('what is malformed', () => {
  test.each([
    ['an IIN of 11 digits', { iin: '90010130001' }, /12 digits/],
    ['an IIN with a letter', { iin: '90010130000A' }, /12 digits/],
    ['an empty IIN', { iin: '' }, /12 digits/],
    ['a number without its country', { phone: '7011000001' }, /international/],
    ['a number with letters', { phone: '+7701CALLNOW' }, /international/],
    ['an empty number', { phone: '' }, /international/],
    ['an unknown district', { districtCode: 'KZ-XXX' }, /no district 'KZ-XXX'/],
    ['an address with a port', { ip: '10.0.0.1:80' }, /ip/],
    ['a NUL byte', { phone: '+7701100\u00000001' }, /./],
  ])('%s stores nothing and says what is wrong', async (_, changes, message) => {
    const attempt = authorize(db, requestOf(1, changes));
    await expect(attempt).rejects.toThrow(InvalidInput);
    await expect(attempt).rejects.toThrow(message);
    expect(await countRows(db)).toMatchObject({ authorizations: 0, admissions: 0, refusals: 0 });
  });

  test('an error repeats neither the IIN nor the number', async () => {
    const error = await authorize(db, requestOf(1, { iin: '9001013000', phone: '+123' })).catch(String);
    expect(error).not.toMatch(/9001013000|\+123/);
  });

  test.each(['iin', 'phone', 'ip', 'district'])('a null %s is an error of the function itself', async (missing) => {
    const value = (name: string, text: string) => (name === missing ? sql`null` : sql`${text}`);
    const attempt = db.execute(sql`
      select vote.authorize(${value('iin', iinOf(1))}, ${value('phone', '+77011000001')},
        ${value('ip', '10.0.0.1')}::inet, ${value('district', kokshetau)})
    `);
    await expect(attempt).rejects.toMatchObject({ cause: { code: 'SV100' } });
    expect(await countRows(db)).toMatchObject({ authorizations: 0, refusals: 0 });
  });
});
