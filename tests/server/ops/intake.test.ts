import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { createIntakeKey, revokeIntakeKey } from '#db/incidents/intakeKeys.ts';
import { officer } from '../../support/incidents.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { openBrowser, openStaff } from './staffBrowser.ts';

const path = '/api/ops/incidents';
const report = { category: 'sms_codes', severity: 'critical', title: { ru: 'Коды не приходят' } };

describe('a report of a program', () => {
  const database = openStaff();
  let ofCountry = '';
  let ofRegion = '';
  beforeAll(async () => {
    await loadSmallElection(database.client.db);
    ofCountry = (await createIntakeKey(database.client.db, officer('Admin'), { name: 'probe', regionCode: null }))
      .secret;
    ofRegion = (await createIntakeKey(database.client.db, officer('Admin'), { name: 'probe A', regionCode: 'XX-A' }))
      .secret;
  });

  const post = (secret: string, body: unknown, headers: Record<string, string> = {}) =>
    openBrowser().send('POST', path, { body, headers: { authorization: `Bearer ${secret}`, ...headers } });
  const count = async () => {
    const [row] = await database.client.db.execute<{ incidents: number; rows: number }>(sql`
      select (select count(*) from ops.incident)::int as incidents,
        ((select count(*) from ops.incident_update) + (select count(*) from ops.intake_answer))::int as rows`);
    return row;
  };

  it('opens an incident for the staff', async () => {
    const answer = await post(ofCountry, report);
    expect([answer.status, await answer.json()]).toEqual([201, { id: 'I-0001' }]);
    const [row] = await database.client.db.execute(sql`
      select source, is_public, opened_by, severity, region_code from ops.incident`);
    expect(row).toEqual({
      source: 'key',
      is_public: false,
      opened_by: 'probe',
      severity: 'critical',
      region_code: null,
    });
  });

  it('with a region’s key is of that region where it names none', async () => {
    const { id } = await (await post(ofRegion, report)).json();
    const [row] = await database.client.db.execute(sql`
      select unit_codes, region_code from ops.incident where number = ${Number(id.slice(2))}`);
    expect(row).toEqual({ unit_codes: ['XX-A'], region_code: 'XX-A' });
    expect((await post(ofRegion, { ...report, unitCodes: ['XX-A-2'] })).status).toBe(201);
  });

  it.each([['XX-B'], ['XX-B-1'], ['XX'], ['XX-A', 'XX-B']])(
    'with a region’s key is refused elsewhere (%s), and nothing is stored',
    async (...unitCodes) => {
      const before = await count();
      const answer = await post(
        ofRegion,
        { ...report, unitCodes },
        { 'idempotency-key': `elsewhere ${unitCodes}`.replaceAll(' ', '-') },
      );
      expect([answer.status, (await answer.json()).message]).toEqual([403, 'this key is for XX-A only']);
      expect(await count()).toEqual(before);
    },
  );

  it('replayed with the same Idempotency-Key gets the same answer, also five at once', async () => {
    const before = await count();
    const headers = { 'idempotency-key': 'a-1' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(ofCountry, report, headers)));
    const later = await post(ofCountry, report, headers);
    const ids = await Promise.all(
      [...answers, later].map(async (answer) => `${answer.status} ${(await answer.json()).id}`),
    );
    expect(new Set(ids).size).toBe(1);
    expect((await count())?.incidents).toBe((before?.incidents ?? 0) + 1);
    const other = await post(ofCountry, { ...report, severity: 'minor' }, headers);
    expect([other.status, (await other.json()).error]).toEqual([409, 'conflict']);
    expect((await post(ofRegion, report, headers)).status).toBe(201);
  });

  it.each([
    ['invalid JSON', '{"category":', 400, 'the body is not JSON'],
    ['an unknown field', { ...report, reporter: 'me' }, 400, 'Unrecognized key'],
    ['an unknown category', { ...report, category: 'weather' }, 400, 'category'],
    ['no title', { ...report, title: {} }, 400, 'title: text in at least one language'],
    ['a title of NUL', { ...report, title: { en: 'a\u0000b' } }, 400, 'no control characters'],
    ['half an emoji', { ...report, title: { en: 'a\ud83d' } }, 400, 'no control characters'],
    ['a title read backwards', { ...report, title: { en: 'a\u202eb' } }, 400, 'no control characters'],
    ['a title too long', { ...report, title: { en: 'x'.repeat(201) } }, 400, 'at most 200 characters'],
    ['an unknown unit', { ...report, unitCodes: ['XX-Q'] }, 400, 'unitCodes: there is no XX-Q'],
    ['a body too large', JSON.stringify({ ...report, text: { en: 'x'.repeat(70_000) } }), 413, 'nothing was stored'],
  ])('with %s gets a clear answer, and nothing is stored', async (_what, body, status, message) => {
    const before = await count();
    const answer = await post(ofCountry, body, { 'idempotency-key': 'bad' });
    expect([answer.status, (await answer.json()).message]).toEqual([status, expect.stringContaining(message)]);
    expect(await count()).toEqual(before);
  });

  it('keeps HTML and emoji as they are', async () => {
    const title = { en: `<script>alert("x")</script> 🔥'; drop table ops.incident; --` };
    const { id } = await (await post(ofCountry, { ...report, title, isPublic: true })).json();
    const [row] = await database.client.db.execute<{ title: object }>(sql`
      select title from ops.public_incident where number = ${Number(id.slice(2))}`);
    expect(row?.title).toEqual(title);
  });

  it('without a key in force is refused', async () => {
    const { id, secret } = await createIntakeKey(database.client.db, officer('Admin'), {
      name: 'old',
      regionCode: null,
    });
    expect((await post(secret, report)).status).toBe(201);
    await revokeIntakeKey(database.client.db, officer('Admin'), id);
    for (const wrong of [secret, '', 'slk_x', `${ofCountry}x`]) expect((await post(wrong, report)).status).toBe(401);
    await expect(revokeIntakeKey(database.client.db, officer('Admin'), id)).rejects.toThrow('revoked before');
  });

  it('leaves no secret in the database, only when it was last used', async () => {
    const keys = await database.client.db.execute<{ name: string; used: boolean }>(sql`
      select name, last_used_at is not null as used, k::text as row from ops.intake_key k order by id`);
    expect(keys.map(({ name, used }) => [name, used])).toEqual([
      ['probe', true],
      ['probe A', true],
      ['old', true],
    ]);
    const log = await database.client.db.execute(sql`select a::text from ops.audit a`);
    for (const secret of [ofCountry, ofRegion])
      expect(JSON.stringify([...keys, ...log])).not.toContain(secret.slice(4));
  });
});
