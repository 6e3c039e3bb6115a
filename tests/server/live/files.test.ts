import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { sql } from '#db/client.ts';
import { fromSnapshot } from '#domain/snapshot.ts';
import type { LiveServer } from '#server/live/startLive.ts';
import { openTestDatabase } from '../../support/database.ts';
import { startTestLive, until } from '../../support/liveServer.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

describe('live files', () => {
  const database = openTestDatabase();
  let live: LiveServer & { base: string };
  beforeAll(async () => {
    await loadSmallElection(database.client.db);
    live = await startTestLive(database);
    await vote('XX-A-1', 5);
    await until(async () => (await get('/live/board.json')).country.voted === 5);
  });
  afterAll(() => live.stop());

  const vote = async (district: string, count: number) => {
    await database.client.connection`
      insert into vote.ballot (district_code, channel, occurred_at)
      select ${district}, 'paper', timestamptz '2020-10-02 11:05+06' from generate_series(1, ${count}::int)`;
    await foldTurnout(database.client.db);
  };
  const get = async (path: string) => (await fetch(`${live.base}${path}`)).json();
  /** The answer as it is on the wire. */
  const raw = (path: string, headers: Record<string, string>) =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
      request(`${live.base}${path}`, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      })
        .once('error', reject)
        .end();
    });

  it('[LP15] gives the country with its regions, a region with its districts, and a district', async () => {
    const board = await get('/live/board.json');
    expect(board).toMatchObject({
      electionId: 'rehearsal-small',
      isTest: true,
      country: { code: 'XX', eligible: 4_000, voted: 5 },
    });
    expect(board.country.votedByChannel).toEqual({ online: 0, station: 0, paper: 5 });
    expect(board.regions.map((row: { code: string; voted: number }) => [row.code, row.voted])).toEqual([
      ['XX-A', 5],
      ['XX-B', 0],
    ]);
    const region = await get('/live/regions/XX-A.json');
    expect(region.districts.map((row: { code: string }) => row.code)).toEqual(['XX-A-1', 'XX-A-2']);
    expect((await get('/live/districts/XX-A-1.json')).district).toMatchObject({ voted: 5, names: { kk: 'XX-A-1' } });
    expect(fromSnapshot(region).rows.map((row) => row.code)).toEqual(['XX-A', 'XX-A-1', 'XX-A-2']);
  });

  it('[LP16] answers 304 to who has it, and compresses once for each encoding', async () => {
    const plain = await raw('/live/board.json', {});
    expect(plain.headers['cache-control']).toContain('s-maxage=1');
    expect(plain.headers['access-control-allow-origin']).toBe('*');
    const brotli = await raw('/live/board.json', { 'accept-encoding': 'gzip, br' });
    const gzip = await raw('/live/board.json', { 'accept-encoding': 'gzip' });
    expect(JSON.parse(brotliDecompressSync(brotli.body).toString()).country.voted).toBe(5);
    expect(JSON.parse(gunzipSync(gzip.body).toString()).country.voted).toBe(5);
    expect(brotli.headers['content-encoding']).toBe('br');
    const again = await raw('/live/board.json', { 'if-none-match': String(brotli.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('[LP17] gives the curve with the ballots in their step, and sparks of the parts', async () => {
    const series = await get('/live/series/XX.json');
    expect(series.points).toEqual([{ at: '2020-10-02T05:10:00.000Z', authorized: 0, voted: 5 }]);
    expect(series.sparks).toEqual([{ code: 'XX-A', votedByHour: [...new Array(23).fill(0), 5] }]);
  });

  it('[LP18] answers 404 and 405 as JSON, whatever is asked', async () => {
    for (const path of [
      '/',
      '/live/regions/XX.json',
      '/live/regions/NOPE.json',
      '/live/../etc/passwd',
      '/live/results.json',
      '/live/series/XX-Z.json',
      '/live/board.json/..%2f',
    ]) {
      const answer = await fetch(`${live.base}${path}`);
      expect([path, answer.status, await answer.json()]).toEqual([path, 404, { error: 'not_found' }]);
    }
    expect((await fetch(`${live.base}/live/board.json`, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('[LP19] is healthy, ready and measurable', async () => {
    expect(await get('/healthz')).toEqual({ status: 'ok' });
    expect(await get('/readyz')).toMatchObject({ ready: true });
    const metrics = await (await fetch(`${live.base}/metrics`)).text();
    for (const name of [
      'saylau_live_sockets',
      'saylau_board_version',
      'saylau_feed_lag_seconds',
      'saylau_fold_milliseconds',
    ]) {
      expect(metrics).toContain(name);
    }
  });

  it('[LP3] says that it is stale once the vote database was not read for ten seconds, and keeps the figures', async () => {
    await database.client.db.execute(sql`update board.checkpoint set checked_at = now() - interval '11 seconds'`);
    await until(async () => (await get('/live/board.json')).staleSince !== null);
    const stale = await get('/live/board.json');
    expect(stale.staleSince).toBe(stale.checkedAt);
    expect(stale.country.voted).toBe(5);
  });
});
