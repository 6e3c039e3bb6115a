import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharePages } from '#app/pages/sharePages.ts';

/** What Next has around its own answers. */
const compress = createRequire(import.meta.url)('next/dist/compiled/compression')() as (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

let server: Server;
let stop: () => void;
let made: string[];
/** As Next answers the page of a path. */
let answerOf: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

beforeEach(async () => {
  made = [];
  stop = sharePages();
  server = createServer((incoming, response) =>
    compress(incoming, response, async () => {
      made.push(incoming.url ?? '');
      await answerOf(incoming, response);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  answerOf = async ({ headers }, response) => {
    await delay(20);
    response.setHeader('x-nextjs-cache', 'HIT');
    response.setHeader('Cache-Control', 's-maxage=1, stale-while-revalidate=4');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Vary', 'rsc');
    response.write('<p>Дауыс ');
    response.end(`берді ${made.length}, ${headers['accept-encoding']}</p>`);
  };
});

afterEach(async () => {
  stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .once('error', reject)
      .end();
  });

describe('a public page', () => {
  it('is made once for a crowd, and each gets it in the encoding that it takes', async () => {
    const encodings = ['br, gzip', 'gzip', 'identity', '', 'br;q=0, gzip'];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => ask('/kk', { 'accept-encoding': encodings[index % 5] ?? '' })),
    );
    expect(made).toEqual(['/kk']);
    const text = '<p>Дауыс берді 1, identity</p>';
    for (const [index, { status, headers, body }] of answers.entries()) {
      const encoding = ['br', 'gzip', undefined, undefined, 'gzip'][index % 5];
      expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'rsc, Accept-Encoding']);
      expect(headers['content-length']).toBe(String(body.length));
      const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding ? gunzipSync(body) : body;
      expect(plain.toString()).toBe(text);
    }
  });

  it('is made anew a moment later, and is the old one only while that takes', async () => {
    const text = async () => (await ask('/ru/regions/KZ-AKM')).body.toString();
    expect(await text()).toContain('берді 1');
    await delay(300);
    const [first, second] = await Promise.all([text(), delay(5).then(text)]);
    expect(first).toContain('берді 2');
    expect(second).toMatch(/берді [12]/);
    expect(made).toHaveLength(2);
    await delay(2_100);
    const late = await Promise.all([text(), text()]);
    expect(late.map((each) => each.includes('берді 3'))).toEqual([true, true]);
  });

  it('answers 304 to who has it', async () => {
    const { etag = '' } = (await ask('/en')).headers;
    const again = await ask('/en', { 'if-none-match': etag, 'accept-encoding': 'br' });
    expect([again.status, again.body.length, again.headers['content-encoding']]).toEqual([304, 0, undefined]);
    expect((await ask('/en', { 'if-none-match': 'W/"other"' })).status).toBe(200);
  });
});

describe('what is not the same for everybody', () => {
  it.each([
    ['a page of the staff', '/en/console', {}, 'GET'],
    ['the sign-in', '/en/sign-in', {}, 'GET'],
    ['a page with a query', '/en/results?x=1', {}, 'GET'],
    ['a file of the API', '/api/v1/results/summary.json', {}, 'GET'],
    ['a part of a page that the router asks for', '/en', { rsc: '1' }, 'GET'],
    ['another method', '/en', {}, 'HEAD'],
  ])('%s is asked of Next each time', async (_, path, headers, method) => {
    await ask(path, headers, method);
    await ask(path, headers, method);
    expect(made).toEqual([path, path]);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['is not found', (response) => Object.assign(response, { statusCode: 404 })],
    ['sets a cookie', (response) => void response.setHeader('Set-Cookie', 'a=b')],
    ['is not kept by Next', (response) => response.removeHeader('x-nextjs-cache')],
    ['nobody may keep', (response) => void response.setHeader('Cache-Control', 'private, no-store')],
  ])('a page that %s is sent as it is and not kept', async (_, change) => {
    answerOf = (_incoming, response) => {
      response.setHeader('x-nextjs-cache', 'HIT');
      response.setHeader('Cache-Control', 's-maxage=1');
      change(response);
      response.end('own');
    };
    const answers = [await ask('/en'), await ask('/en', { 'accept-encoding': 'br' })];
    expect(made).toHaveLength(2);
    expect(answers.map(({ headers, body }) => [headers['content-encoding'], body.toString()])).toEqual([
      [undefined, 'own'],
      [undefined, 'own'],
    ]);
  });

  it('a crowd is answered although who came first went away', async () => {
    const { port } = server.address() as AddressInfo;
    const first = request({ host: '127.0.0.1', port, path: '/en', agent: false }).on('error', () => {});
    first.end();
    await delay(10);
    const second = ask('/en');
    await delay(3);
    first.destroy();
    expect((await second).body.toString()).toContain('Дауыс');
  });
});
