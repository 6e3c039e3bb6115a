import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createByteCache } from '#app/api/byteCache.ts';
import { clientBlock } from '#app/api/clientBlock.ts';
import { followRequests } from '#app/api/followRequests.ts';
import { rateLimit, requestCosts } from '#app/api/rateLimit.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { openApi } from './askApi.ts';
import { putEdition } from './putEdition.ts';

describe('limits of the press API', () => {
  const { database, ask } = openApi();
  beforeAll(async () => {
    await loadSmallElection(database.client.db);
    await putEdition(database.client.db, 0, { 'bundle.zip': Buffer.alloc(2_500_000), 'summary.json': '{}' });
  });
  const remaining = (response: Response) => Number(response.headers.get('ratelimit-remaining'));

  it('take more for a search than for a file, and more for every megabyte', async () => {
    const address = '192.0.2.1';
    let left: number = rateLimit.points;
    for (const [path, points] of [
      ['/api/v1/results/summary.json', requestCosts.file],
      ['/api/v1/results/nothing.json', requestCosts.file],
      ['/api/v1/results/bundle.zip', requestCosts.file + 2 * requestCosts.megabyte],
      ['/api/v1/candidacies?q=a', requestCosts.search],
      ['/api/v1/editions.json', requestCosts.list],
    ] as const) {
      const after = remaining(await ask(path, { address }));
      expect([path, left - after]).toEqual([path, points]);
      left = after;
    }
  });

  it('are told in every answer, and 429 says when to come again', async () => {
    const address = '2001:db8:1:2::1';
    const first = await ask('/api/v1/results/summary.json', { address });
    expect(first.headers.get('ratelimit-limit')).toBe(String(rateLimit.points));
    expect(first.headers.get('ratelimit-policy')).toBe('300;w=60');
    for (let used = requestCosts.file; used < rateLimit.points; used += requestCosts.search)
      await ask('/api/v1/candidacies', { address });
    const refused = await ask('/api/v1/results/summary.json', { address: '2001:db8:1:2:ffff::9' });
    expect(refused.status).toBe(429);
    const retryAfter = Number(refused.headers.get('retry-after'));
    expect(retryAfter).toBeGreaterThan(50);
    expect(retryAfter).toBeLessThanOrEqual(60);
    expect(await refused.json()).toEqual({
      error: 'too_many_requests',
      message: '300 points in 60 seconds are used up',
      retryAfterSeconds: retryAfter,
    });
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask('/api/v1/results/summary.json', { address: '2001:db8:1:3::1' })).status).toBe(200);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:a:b:c:d:e:f', '2001:db8:a:b::/64'],
    ['2001:0DB8:000a:b::', '2001:db8:a:b::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['', 'unknown'],
    ['nonsense', 'unknown'],
  ])('count %s as %s', (address, block) => {
    expect(clientBlock(address)).toBe(block);
  });
});

describe('the address that a request counts for', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((incoming, response) => {
      response.setHeader('x-stored-encoding', ['br']);
      response.setHeader('x-asked', incoming.url ?? '');
      response.end(String(incoming.headers['x-forwarded-for']));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const ask = (path: string, forwarded?: string) =>
    new Promise<{ seen: string; encoding: string | undefined; asked: unknown }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
      request({ port, path, headers, agent: false }, (response) => {
        let seen = '';
        response.on('data', (chunk: Buffer) => {
          seen += chunk.toString();
        });
        response.on('end', () =>
          resolve({ seen, encoding: response.headers['content-encoding'], asked: response.headers['x-asked'] }),
        );
      })
        .once('error', reject)
        .end();
    });

  it.each([
    [0, undefined, '127.0.0.1'],
    [0, '198.51.100.1', '127.0.0.1'],
    [1, '198.51.100.1', '198.51.100.1'],
    [1, '203.0.113.99, 198.51.100.1', '198.51.100.1'],
    [2, '203.0.113.99, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
    [2, '198.51.100.1', '127.0.0.1'],
    [1, 'unknown', '127.0.0.1'],
    [1, undefined, '127.0.0.1'],
  ])('behind %i proxies and told %s is %s', async (proxies, forwarded, expected) => {
    const stop = followRequests(proxies);
    expect((await ask('/api/v1/editions.json', forwarded)).seen).toBe(expected);
    stop();
  });

  it('leads an address with a broken escape to where there is none, for Next answers 500 to it', async () => {
    const stop = followRequests(0);
    expect((await ask('/api/v1/editions/1/%ff')).asked).toBe('/api/v1/malformed');
    expect((await ask('/api/v1/editions/1/%D0%B0?q=%D0%B0')).asked).toBe('/api/v1/editions/1/%D0%B0?q=%D0%B0');
    stop();
  });

  it('lets an answer of the API say its encoding, which Next would drop', async () => {
    const stop = followRequests(0);
    expect((await ask('/api/v1/results/summary.json')).encoding).toBe('br');
    stop();
    expect((await ask('/api/v1/results/summary.json')).encoding).toBeUndefined();
  });
});

describe('the memory for files', () => {
  it('drops what was used least lately, and reads once for a crowd', async () => {
    const cache = createByteCache<string>(100);
    let made = 0;
    const get = (key: string, bytes: number) => cache.get(key, bytes, async () => `${key}${++made}`);
    expect(await Promise.all([get('a', 40), get('a', 40), get('b', 40)])).toEqual(['a1', 'a1', 'b2']);
    await get('a', 40);
    await get('c', 40);
    expect([await get('a', 40), cache.bytes()]).toEqual(['a1', 80]);
    expect(await get('b', 40)).toBe('b4');
    await get('huge', 500);
    expect(cache.bytes()).toBe(500);
    await get('a', 40);
    expect(cache.bytes()).toBe(40);
  });

  it('does not keep a failure', async () => {
    const cache = createByteCache<string>(100);
    await expect(cache.get('a', 10, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await cache.get('a', 10, async () => 'back')).toBe('back');
    expect(cache.bytes()).toBe(10);
  });
});
