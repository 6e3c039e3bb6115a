import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { askSockets, parseSockets } from '#app/api/ops/overview/readSockets.ts';
import { sql } from '#db/client.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { fileOne } from '../../support/incidents.ts';
import { startTestLive } from '../../support/liveServer.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { addStaff } from '../../support/staff.ts';
import { openBrowser, openStaff, type StaffBrowser } from './staffBrowser.ts';

const path = '/api/ops/overview';

describe('the leadership board over HTTP', () => {
  const database = openStaff();
  let people: Record<'leadership' | 'officerA' | 'districtA1' | 'counting', StaffBrowser>;
  beforeAll(async () => {
    const { db } = database.client;
    await loadSmallElection(db);
    const signedIn = async (some: Parameters<typeof addStaff>[1]) => {
      const browser = openBrowser();
      await browser.signIn((await addStaff(db, some)).email);
      return browser;
    };
    people = {
      leadership: await signedIn({ role: 'leadership' }),
      officerA: await signedIn({ role: 'duty', regionCode: 'XX-A' }),
      districtA1: await signedIn({
        role: 'commission',
        commissionLevel: 'district',
        regionCode: 'XX-A',
        districtCode: 'XX-A-1',
      }),
      counting: await signedIn({ role: 'counting' }),
    };
  });

  const read = async (who: StaffBrowser, query = ''): Promise<Overview> => (await who.send('GET', path + query)).json();
  const fileIn = (unitCode: string | null, severity: 'critical' | 'minor' = 'minor', isPublic = true) =>
    fileOne(database.client.db, {
      severity,
      isPublic,
      unitCodes: unitCode === null ? [] : [unitCode],
      place: {
        regionCode: unitCode?.slice(0, 4) ?? null,
        districtCode: unitCode && unitCode.length > 4 ? unitCode : null,
      },
    });

  it('is of the country or a region for the leadership, of the own region or district for the others, whatever they ask', async () => {
    expect((await read(people.leadership)).scope).toEqual({ level: 'country', code: 'XX' });
    expect((await read(people.leadership, '?region=XX-B')).scope).toEqual({ level: 'region', code: 'XX-B' });
    for (const query of ['', '?region=XX-B', '?region=XX']) {
      expect((await read(people.officerA, query)).scope).toEqual({ level: 'region', code: 'XX-A' });
      expect((await read(people.districtA1, query)).scope).toEqual({ level: 'district', code: 'XX-A-1' });
    }
  });

  it.each([
    ['?region=XX-C', 404],
    ['?region=XX-A-1', 404],
    ['?region=%3Cb%3E', 400],
    ['?region=XX-A%27--', 400],
    ['?place=XX-A', 400],
    ['?region=XX-A&region=%F0%9F%97%B3', 400],
  ])('answers %s with %i', async (query, status) => {
    expect((await people.leadership.send('GET', path + query)).status).toBe(status);
  });

  it('says nothing of another region to whoever has one', async () => {
    await fileIn('XX-B-1', 'critical');
    await fileIn(null, 'critical', false);
    const ofA = await read(people.officerA, '?region=XX-B');
    expect([ofA.critical, ofA.incidents.rows]).toEqual([[], []]);
    expect(JSON.stringify(ofA)).not.toContain('XX-B');
    expect((await read(people.leadership, '?region=XX-A')).critical).toHaveLength(2);
  });

  it('answers 304 to who has it, and waits for the next where it is asked to', async () => {
    // Again where a minute or the age of the feed turned over meanwhile, which is news.
    await vi.waitFor(
      async () => {
        const first = await people.leadership.send('GET', path);
        const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
        expect((await people.leadership.send('GET', path, { headers })).status).toBe(304);
        const startedAtMs = performance.now();
        const still = await people.leadership.send('GET', path, { headers: { ...headers, prefer: 'wait=1' } });
        expect(still.status).toBe(304);
        expect(performance.now() - startedAtMs).toBeGreaterThan(900);
      },
      { timeout: 20_000, interval: 100 },
    );
  });

  it('tells who waits of a new incident within a second, also of one that is not public', async () => {
    const first = await people.leadership.send('GET', path);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '', prefer: 'wait=10' };
    const next = people.leadership.send('GET', path, { headers });
    const number = await fileIn('XX-A-1', 'critical', false);
    const filedAtMs = performance.now();
    const answer = await next;
    expect(performance.now() - filedAtMs).toBeLessThan(1_000);
    expect(answer.status).toBe(200);
    const { critical }: Overview = await answer.json();
    expect(critical).toContain(`I-${String(number).padStart(4, '0')}`);
  });

  it('gives nothing to whose session ended while it waited', async () => {
    const { db } = database.client;
    const person = await addStaff(db, { role: 'leadership' });
    const browser = openBrowser();
    await browser.signIn(person.email);
    const first = await browser.send('GET', path);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '', prefer: 'wait=3' };
    const next = browser.send('GET', path, { headers });
    await db.execute(sql`delete from auth.session where user_id = ${person.id}`);
    expect((await next).status).toBe(401);
  });

  it('is not for who counts', async () => {
    const answer = await people.counting.send('GET', path);
    expect([answer.status, await answer.json()]).toEqual([403, { error: 'forbidden' }]);
  });
});

describe('connected pages', () => {
  const database = openStaff();

  it('are as many as the live server’s own metrics say', async () => {
    await loadSmallElection(database.client.db);
    const live = await startTestLive(database);
    expect(await askSockets(live.port)).toBe(0);
    await live.stop();
    expect(await askSockets(live.port)).toBeNull();
  });

  it('are not known where something else answers, or nothing in time', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/metrics' && request.headers.host?.includes('127.0.0.1')) return;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    expect(await askSockets((server.address() as AddressInfo).port)).toBeNull();
    server.closeAllConnections();
    server.close();
    for (const text of ['', '<html>', 'saylau_live_sockets many', 'x saylau_live_sockets 5'])
      expect(parseSockets(text)).toBeNull();
    expect(parseSockets('# TYPE saylau_live_sockets gauge\nsaylau_live_sockets 1204\nother 1')).toBe(1_204);
  });
});
