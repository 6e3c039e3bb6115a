import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { getStatusFile } from '#db/incidents/getStatusFile.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { addStaff } from '../../support/staff.ts';
import { canaries } from '../../support/violations.ts';
import { openBrowser, openStaff, type StaffBrowser } from './staffBrowser.ts';

const database = openStaff();
const commission = { role: 'commission' as const };
const people = {
  duty: { role: 'duty' as const, regionCode: 'XX-A' },
  district: { ...commission, commissionLevel: 'district' as const, regionCode: 'XX-A', districtCode: 'XX-A-1' },
  region: { ...commission, commissionLevel: 'region' as const, regionCode: 'XX-A' },
  otherRegion: { ...commission, commissionLevel: 'region' as const, regionCode: 'XX-B' },
  central: { ...commission, commissionLevel: 'central' as const },
};
const browsers = new Map<string, StaffBrowser>();

beforeAll(async () => {
  await loadSmallElection(database.client.db);
  for (const [who, placement] of Object.entries(people)) {
    const browser = openBrowser();
    await browser.signIn((await addStaff(database.client.db, placement)).email);
    browsers.set(who, browser);
  }
}, 60_000);

async function ask(who: keyof typeof people, method: string, path: string, body?: object) {
  const answer = await browsers.get(who)?.send(method, `/api/ops/violations${path}`, body ? { body } : {});
  const json: Record<string, unknown> = (await answer?.json()) ?? {};
  return { status: answer?.status, json };
}

const report = {
  channel: 'hotline',
  category: 'campaigning',
  unitCode: 'XX-A-1',
  summary: 'Flour and sugar, with a leaflet <script>alert(1)</script> 🧂',
  restricted: canaries,
};
const texts = { rule: { kk: 'е', ru: 'п', en: 'r' }, text: { kk: 'н', ru: 'о', en: 'why' } };
const centralCommission = { level: 'central', regionCode: null, districtCode: null };

describe('a case from the call to the appeal', () => {
  let id = '';

  it('is filed by an officer, who does not read the names back', async () => {
    const filed = await ask('duty', 'POST', '', { ...report, candidacyId: 'council-A-1-1' });
    expect(filed).toMatchObject({ status: 201, json: { state: 'received', contestId: 'council-A-1', rowVersion: 1 } });
    id = String(filed.json.id);
    expect(JSON.stringify(filed.json)).not.toMatch(/canary/i);
    expect((await ask('duty', 'POST', `/${id}/restricted`)).status).toBe(403);
    expect((await ask('otherRegion', 'POST', `/${id}/restricted`)).status).toBe(403);
    expect(await ask('district', 'POST', `/${id}/restricted`)).toMatchObject({ status: 200, json: canaries });
  });

  it('is not received before there was anything to report', async () => {
    for (const year of ['0000', '0001', '1999'])
      expect(await ask('duty', 'POST', '', { ...report, receivedAt: `${year}-10-02T05:00:00Z` })).toMatchObject({
        status: 400,
        json: { message: 'receivedAt: before the year 2000' },
      });
  });

  it('is decided by the commission that has it, and by no other', async () => {
    expect((await ask('duty', 'POST', `/${id}/register`, { rowVersion: 1 })).status).toBe(403);
    expect((await ask('district', 'POST', `/${id}/register`, { rowVersion: 1 })).status).toBe(200);
    const toDistrict = { level: 'district', regionCode: 'XX-A', districtCode: 'XX-A-1' };
    await ask('region', 'POST', `/${id}/assign`, { rowVersion: 2, commission: toDistrict });
    expect((await ask('region', 'POST', `/${id}/review`, { rowVersion: 3 })).status).toBe(403);
    expect((await ask('district', 'POST', `/${id}/review`, { rowVersion: 3 })).status).toBe(200);
    const toCentral = { rowVersion: 4, commission: centralCommission, note: 'Of several districts' };
    expect((await ask('region', 'POST', `/${id}/transfer`, toCentral)).status).toBe(403);
    expect((await ask('district', 'POST', `/${id}/transfer`, toCentral)).status).toBe(200);
    expect((await ask('district', 'POST', `/${id}/review`, { rowVersion: 5 })).status).toBe(403);
    await ask('central', 'POST', `/${id}/review`, { rowVersion: 5 });
    const decision = {
      rowVersion: 6,
      number: 'C-1',
      verdict: 'confirmed',
      measure: 'removal',
      votes: 'counted',
      ...texts,
    };
    expect(await ask('central', 'POST', `/${id}/decide`, { ...decision, votes: undefined })).toMatchObject({
      status: 400,
      json: { refusal: { code: 'no_votes', details: {} } },
    });
    expect(await ask('central', 'POST', `/${id}/decide`, decision)).toMatchObject({
      status: 200,
      json: { state: 'decided', measure: 'removal' },
    });
    expect(await ask('central', 'POST', `/${id}/decide`, { ...decision, rowVersion: 7 })).toMatchObject({
      status: 409,
      json: {
        error: 'conflict',
        message: expect.stringContaining('is decided (confirmed)'),
        refusal: { code: 'state', details: { id, state: 'decided' } },
      },
    });
    const [stands] = await database.client.db.execute(sql`
      select status, votes, number from board.candidacy_change where candidacy_id = 'council-A-1-1'`);
    expect(stands).toEqual({ status: 'removed', votes: 'counted', number: 'C-1' });
  });

  it('is appealed against, and only a commission above decides that', async () => {
    expect((await ask('district', 'POST', `/${id}/appeal`, { rowVersion: 7, grounds: 'Not proven' })).status).toBe(200);
    const appeal = { rowVersion: 8, outcome: 'overturned', number: 'C-2', ...texts };
    expect((await ask('region', 'POST', `/${id}/decide_appeal`, appeal)).status).toBe(403);
    expect(await ask('central', 'POST', `/${id}/decide_appeal`, appeal)).toMatchObject({
      status: 200,
      json: { verdict: 'rejected', appeal: 'overturned' },
    });
    const [stands] = await database.client.db.execute(sql`
      select status, number from board.candidacy_change where candidacy_id = 'council-A-1-1'
      order by announced_at desc limit 1`);
    expect(stands).toEqual({ status: 'registered', number: 'C-2' });
  });
});

describe('bad requests', () => {
  it.each([
    ['a text of control characters', { summary: 'a\u0000b' }],
    ['a text that is too long', { summary: 'я'.repeat(4_001) }],
    ['an unknown field', { reporter: 'Canary Reporter' }],
    ['an unknown category', { category: 'theft' }],
    ['a unit that is none', { unitCode: 'XX-Q' }],
    ['a time of a clock that is ahead', { receivedAt: '2020-10-02T12:05:00+06:00' }],
  ])('%s is answered with 400 and stores nothing', async (_, part) => {
    const count = async () => (await database.client.db.execute(sql`select count(*)::int from ops.violation`))[0];
    const before = await count();
    const answer = await ask('central', 'POST', '', { ...report, ...part });
    expect(answer).toMatchObject({ status: 400, json: { error: 'invalid_input' } });
    expect(String(answer.json.message)).not.toMatch(/canary|theft|яя/i);
    expect(await count()).toEqual(before);
  });

  it('a case of another region cannot be named as the original of a duplicate', async () => {
    const own = await ask('region', 'POST', '', report);
    const foreign = await ask('otherRegion', 'POST', '', { ...report, unitCode: 'XX-B-1' });
    const path = `/${own.json.id}/duplicate`;
    expect((await ask('region', 'POST', path, { rowVersion: 1, of: foreign.json.id })).status).toBe(403);
    expect((await ask('region', 'POST', path, { rowVersion: 1, of: 'V-9999' })).status).toBe(404);
  });
});

describe('the list', () => {
  it('shows each the own region, narrowed by what is asked', async () => {
    const listed = async (who: keyof typeof people, query = '') => {
      const { json } = await ask(who, 'GET', query);
      if (!Array.isArray(json.cases)) throw new Error('no list');
      return json.cases.map((each: { regionCode: string }) => each.regionCode);
    };
    expect(new Set(await listed('region'))).toEqual(new Set(['XX-A']));
    expect(new Set(await listed('otherRegion'))).toEqual(new Set(['XX-B']));
    expect(new Set(await listed('central'))).toEqual(new Set(['XX-A', 'XX-B']));
    expect(await listed('central', '?state=open&unit=XX-B')).toEqual(['XX-B']);
    expect(await listed('central', '?q=V-0001')).toEqual(['XX-A']);
    expect(await listed('central', '?level=mine')).toEqual(['XX-A']);
    expect(await listed('central', '?hours=24')).toEqual([]);
    expect((await ask('central', 'GET', '?state=asleep')).status).toBe(400);
  });
});

describe('asked every two seconds', () => {
  const look = async (path: string, etag = '') => {
    const answer = await browsers.get('region')?.send('GET', `/api/ops/violations${path}`, {
      headers: etag ? { 'if-none-match': etag } : {},
    });
    return { status: answer?.status, etag: answer?.headers.get('etag') ?? '' };
  };

  it('the list answers 304 until a case changed, to nobody else’s tag and to no other question', async () => {
    const { status, etag } = await look('');
    expect([status, await look('', etag)]).toEqual([200, { status: 304, etag }]);
    expect((await look('?state=open', etag)).status).toBe(200);
    const { json } = await ask('duty', 'POST', '', report);
    const filed = await look('', etag);
    expect(filed.status).toBe(200);
    expect((await ask('region', 'POST', `/${json.id}/register`, { rowVersion: 1 })).status).toBe(200);
    expect((await look('', filed.etag)).status).toBe(200);
  });

  it('a case answers 304 until it changed', async () => {
    const { json } = await ask('region', 'POST', '', report);
    const { etag } = await look(`/${json.id}`);
    expect((await look(`/${json.id}`, etag)).status).toBe(304);
    await ask('region', 'POST', `/${json.id}/register`, { rowVersion: 1 });
    expect((await look(`/${json.id}`, etag)).status).toBe(200);
  });

  it('a list says how each case begins, and not more of it', async () => {
    await ask('region', 'POST', '', { ...report, summary: '🧂'.repeat(2_000) });
    const { json } = await ask('region', 'GET', '');
    expect(Array.isArray(json.cases) && json.cases[0].summary).toBe(`${'🧂'.repeat(160)}…`);
    expect(JSON.stringify(json)).not.toMatch(/filedBy|canary/i);
  });
});

describe('candidacies to choose from', () => {
  const find = async (query: string) => {
    const { status, json } = await ask('district', 'GET', `/candidacies?${query}`);
    const found = Array.isArray(json.candidacies) ? json.candidacies : [];
    return { status, ids: found.map(({ id }: { id: string }) => id) };
  };

  it('are those of the contests around the place, by any part of a name', async () => {
    const own = await find('unit=XX-A-1');
    expect(own.ids).toContain('council-A-1-1');
    expect(own.ids.filter((id) => id.includes('-B-'))).toEqual([]);
    expect((await find('unit=XX')).ids.some((id) => id.includes('-B-'))).toBe(true);
    expect((await find(`unit=XX-A-1&q=${encodeURIComponent('nobody % of _ this')}`)).ids).toEqual([]);
    expect((await find('unit=XX-Z-9')).ids).toEqual([]);
  });

  it.each(['unit=nonsense', `unit=XX-A&q=${'я'.repeat(101)}`])('refuse what is no question: %s', async (query) => {
    expect((await find(query)).status).toBe(400);
  });
});

it('no name of a case is in the public file of the status, nor in the audit log', async () => {
  const file = await getStatusFile(database.connectAs('saylau_live').db);
  expect(file.cases.country.total).toBeGreaterThan(2);
  expect(JSON.stringify(file)).not.toMatch(/canary|555 31 31|sugar/i);
  const rows = await database.client.db.execute(sql`select before, after, object from ops.audit`);
  expect(JSON.stringify(rows)).not.toMatch(/canary|555 31 31|sugar/i);
});
