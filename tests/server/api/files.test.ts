import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followRequests } from '#app/api/followRequests.ts';
import { storedHeaders } from '#app/api/storedHeaders.ts';
import { sql } from '#db/client.ts';
import { until } from '../../support/liveServer.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { openApi } from './askApi.ts';
import { editionTexts, putEdition } from './putEdition.ts';

describe('files of the press API', () => {
  const { database, ask } = openApi();
  let stop = () => {};
  const bodyOf = async (path: string, headers = {}) => Buffer.from(await (await ask(path, { headers })).arrayBuffer());
  /** Everything that tells one answer from another, but for what counts requests. */
  const whole = async (response: Response) => ({
    status: response.status,
    headers: [...response.headers].filter(([name]) => !name.startsWith('ratelimit-')),
    body: await response.text(),
  });

  beforeAll(async () => {
    stop = followRequests(0);
    await loadSmallElection(database.client.db);
    await putEdition(database.client.db, 0);
    await until(async () => (await ask('/api/v1/results/summary.json')).ok);
  });
  afterAll(() => stop());

  it('before the release an edition that is to come answers as nonsense does, byte for byte', async () => {
    const nonsense = await whole(await ask('/api/v1/editions/1/no-such-file.txt'));
    expect(nonsense.status).toBe(404);
    expect(nonsense.body).toBe('{"error":"not_found"}');
    for (const path of [
      '/api/v1/editions/1/summary.json',
      '/api/v1/editions/1/bundle.zip',
      '/api/v1/editions/1/contests/council-A.csv',
      '/api/v1/editions/01/summary.json',
      '/api/v1/editions/-1/summary.json',
      '/api/v1/editions/1e0/summary.json',
      '/api/v1/editions/99999999999999/summary.json',
      '/api/v1/editions/0/..%2f1/summary.json',
      '/api/v1/results/bundle',
      '/api/v1/results/__proto__',
      '/api/v1/editions/1',
      '/api/v1/sealed/summary.json',
    ]) {
      expect([path, await whole(await ask(path))]).toEqual([path, nonsense]);
    }
  });

  it('gives the newest edition under results, and the same bytes for good under its number', async () => {
    expect((await bodyOf('/api/v1/results/summary.json')).toString()).toBe(editionTexts(0)['summary.json']);
    await putEdition(database.client.db, 1);
    await until(async () => (await ask('/api/v1/editions/1/bundle.zip')).ok, 1_000);
    for (const path of ['/api/v1/results/summary.json', '/api/v1/editions/1/summary.json'])
      expect((await bodyOf(path)).toString()).toBe(editionTexts(1)['summary.json']);
    expect((await bodyOf('/api/v1/editions/0/summary.json')).toString()).toBe(editionTexts(0)['summary.json']);
    expect((await bodyOf('/api/v1/editions/1/bundle.zip')).equals(Buffer.alloc(300_000, 1))).toBe(true);
  });

  it('sends what is stored in the encoding that the client takes, each with its ETag', async () => {
    const text = editionTexts(1)['summary.json'];
    const sha256 = createHash('sha256').update(text).digest('hex');
    for (const [accepted, encoding, decode] of [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip;q=1, br;q=0', 'gzip', gunzipSync],
      ['*', 'br', brotliDecompressSync],
      ['zstd', null, (bytes: Buffer) => bytes],
    ] as const) {
      const response = await ask('/api/v1/editions/1/summary.json', { headers: { 'accept-encoding': accepted } });
      expect(response.headers.get(storedHeaders.encoding)).toBe(encoding);
      expect(response.headers.get('etag')).toBe(encoding ? `"${sha256}-${encoding}"` : `"${sha256}"`);
      expect(response.headers.get('cache-control')).toContain('no-transform');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get(storedHeaders.length)).toBe(String(bytes.length));
      expect(decode(bytes).toString()).toBe(text);
    }
  });

  it('answers 304 to who has it, and HEAD without a body', async () => {
    const path = '/api/v1/editions/1/summary.json';
    const etag = (await ask(path)).headers.get('etag') ?? '';
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await ask(path, { headers: { 'if-none-match': known } });
      expect([again.status, await again.text()]).toEqual([304, '']);
      expect(again.headers.get('etag')).toBe(etag);
    }
    expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const head = await ask(path, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  });

  it('says of which edition it is, where it may be read, and under which name to keep it', async () => {
    const { headers } = await ask('/api/v1/editions/1/contests/council-A.csv');
    expect(headers.get('x-saylau-edition')).toBe('1');
    expect(Number(headers.get('x-saylau-version'))).toBeGreaterThan(0);
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="rehearsal-small-edition-1-contests-council-A.csv"',
    );
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('last-modified')).toBe('Wed, 07 Oct 2020 06:00:00 GMT');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('link')).toBeNull();
  });

  it('is kept for good only where it is of an election and has a number', async () => {
    const cacheOf = async (path: string) => (await ask(path)).headers.get('cache-control');
    expect(await cacheOf('/api/v1/editions/1/summary.json')).toContain('max-age=0');
    await database.client.db.execute(sql`update board.election set is_test = false`);
    await until(async () => (await cacheOf('/api/v1/editions/1/summary.json'))?.includes('immutable') === true, 2_000);
    expect(await cacheOf('/api/v1/results/summary.json')).toContain('max-age=0, s-maxage=1');
    expect(await cacheOf('/api/v1/editions/0/summary.json')).toContain('max-age=0, s-maxage=1');
    await database.client.db.execute(sql`update board.election set is_test = true`);
  });

  it('sends a part of the bundle, to go on where a download broke off', async () => {
    const path = '/api/v1/editions/1/bundle.zip';
    const etag = (await ask(path)).headers.get('etag') ?? '';
    for (const [range, expected, length] of [
      ['bytes=0-99', 'bytes 0-99/300000', 100],
      ['bytes=299990-', 'bytes 299990-299999/300000', 10],
      ['bytes=-5', 'bytes 299995-299999/300000', 5],
      ['bytes=299990-999999', 'bytes 299990-299999/300000', 10],
    ] as const) {
      const response = await ask(path, { headers: { range, 'if-range': etag } });
      expect([response.status, response.headers.get('content-range')]).toEqual([206, expected]);
      expect((await response.arrayBuffer()).byteLength).toBe(length);
    }
    const beyond = await ask(path, { headers: { range: 'bytes=300000-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */300000']);
    for (const headers of [
      { range: 'bytes=0-1,5-9' },
      { range: 'bytes=9-1' },
      { range: 'bytes=-' },
      { range: 'bytes=0-99', 'if-range': '"of another edition"' },
    ] as Record<string, string>[])
      expect((await ask(path, { headers })).status).toBe(200);
  });

  it('a superseded edition stays, and names the one that took its place', async () => {
    await putEdition(database.client.db, 2);
    await until(
      async () => (await ask('/api/v1/editions/1/summary.json')).headers.has('x-saylau-superseded-by'),
      1_000,
    );
    const { status, headers } = await ask('/api/v1/editions/1/summary.json');
    expect(status).toBe(200);
    expect(headers.get('x-saylau-superseded-by')).toBe('2');
    expect(headers.get('link')).toContain('</api/v1/editions/2/summary.json>; rel="successor-version"');
  });

  it('gives the zero feed that is there now, once a candidacy changed it', async () => {
    await putEdition(database.client.db, 0, { 'summary.json': '{"edition":0,"again":true}' });
    await until(async () => (await bodyOf('/api/v1/editions/0/summary.json')).toString().includes('again'), 1_000);
  });

  describe('while the database is away', () => {
    const connect = (how: 'grant' | 'revoke') => {
      const name = new URL(database.url).pathname.slice(1);
      return database.client.db.execute(
        sql.raw(`${how} connect on database ${name} ${how === 'grant' ? 'to' : 'from'} public`),
      );
    };
    beforeAll(async () => {
      await ask('/api/v1/editions/2/summary.json');
      await connect('revoke');
      await database.client.db.execute(sql`
        select pg_terminate_backend(pid) from pg_stat_activity where usename = 'saylau_web' and datname = current_database()`);
    });
    afterAll(() => connect('grant'));

    it('gives what it has', async () => {
      expect((await bodyOf('/api/v1/editions/2/summary.json')).toString()).toBe(editionTexts(2)['summary.json']);
    });

    it('knows without it which paths and editions there are', async () => {
      for (const path of ['/api/v1/editions/2/guess.json', '/api/v1/editions/3/summary.json', '/api/v1/results/guess'])
        expect((await ask(path)).status).toBe(404);
    });

    it('says when to come again for what it never read', async () => {
      const unread = await ask('/api/v1/editions/2/contests/council-A.csv');
      expect([unread.status, unread.headers.get('retry-after'), await unread.text()]).toEqual([
        503,
        '2',
        '{"error":"unavailable"}',
      ]);
    });
  });
});
