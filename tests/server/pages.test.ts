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

/** Long enough for a whole crowd to ask meanwhile. */
function answerLater(ms: number): void {
  const answerSoon = answerOf;
  answerOf = async (incoming, response) => {
    await delay(ms);
    await answerSoon(incoming, response);
  };
}

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
    answerLater(400);
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

  it.each([
    '/en/press/embeds',
    '/embed/kk/auto/turnout/KZ',
    '/embed/ru/dark/map/KZ-AKM',
    '/embed/en/light/contest/maslikhat-KZ-AKT',
  ])('%s is one', async (path) => {
    await Promise.all([ask(path), ask(path)]);
    expect(made).toEqual([path]);
  });

  it('answers 304 to who has it', async () => {
    const { etag = '' } = (await ask('/en')).headers;
    const again = await ask('/en', { 'if-none-match': etag, 'accept-encoding': 'br' });
    expect([again.status, again.body.length, again.headers['content-encoding']]).toEqual([304, 0, undefined]);
    expect((await ask('/en', { 'if-none-match': 'W/"other"' })).status).toBe(200);
  });
});

describe('the query of a reader', () => {
  it('never gets to what is made for all, and the page is one with it and without', async () => {
    const answers = [await ask('/en/results?mail=a%40b.example'), await ask('/en/results')];
    expect(made).toEqual(['/en/results']);
    expect(answers[0]?.headers.etag).toBe(answers[1]?.headers.etag);
  });

  it.each([
    ['a page that is not found', '/ru/nothing?x=1', {}, 'GET', '/ru/nothing'],
    ['an embed', '/embed/ru/auto/turnout/KZ?x=1', {}, 'GET', '/embed/ru/auto/turnout/KZ'],
    ['another method', '/ru/status?x=1', {}, 'POST', '/ru/status'],
    ['the mark of a router that is none', '/ru?_rsc=x', {}, 'GET', '/ru'],
    ['a part of a page, which keeps its mark', '/ru?x=1&_rsc=1a2b', { rsc: '1' }, 'GET', '/ru?_rsc=1a2b'],
    ['an address in escapes', '/%72u/%72esults?x=1', {}, 'GET', '/%72u/%72esults'],
    ['an address that nobody can read', '/ru/%E0?x=1', {}, 'GET', '/ru/%E0'],
    ['a fragment, which belongs to no request', '/ru/press#x', {}, 'GET', '/ru/press'],
  ])('is left out for %s', async (_, path, headers, method, asked) => {
    await ask(path, headers, method);
    expect(made).toEqual([asked]);
  });
});

describe('the head of a public page', () => {
  it('is that of the page itself, whoever asks first, and a part of it is the whole', async () => {
    const encoding = { 'accept-encoding': 'br' };
    const head = await ask('/en/press', encoding, 'HEAD');
    const { status, headers, body } = await ask('/en/press', { ...encoding, range: 'bytes=0-3' });
    expect(made).toEqual(['/en/press']);
    expect([head.status, head.body.length, status]).toEqual([200, 0, 200]);
    const named = (given: IncomingMessage['headers']) => [
      given.etag,
      given['content-length'],
      given['content-encoding'],
    ];
    expect(named(head.headers)).toEqual(named(headers));
    expect(headers['content-length']).toBe(String(body.length));
  });
});

describe('what is not the same for everybody', () => {
  it.each([
    ['a page of the staff', '/en/console', {}, 'GET'],
    ['the sign-in', '/en/sign-in', {}, 'GET'],
    ['an embed in no colours of ours', '/embed/en/pink/turnout/KZ', {}, 'GET'],
    ['a search', '/en/results/search?q=nur', {}, 'GET'],
    ['the way back from the sign-in', '/en/sign-in?next=%2Fen%2Fconsole', {}, 'GET'],
    ['a choice in the console', '/en/console?region=KZ-AKM', {}, 'GET'],
    ['an address that leads to a language', '/results/search?q=nur', {}, 'GET'],
    ['a file of the API', '/api/v1/results/summary.json', {}, 'GET'],
    ['a part of a page that the router asks for', '/en', { rsc: '1' }, 'GET'],
    ['another method', '/en', {}, 'POST'],
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

  it('whoever goes away has the page made anew once, not once for each who waits', async () => {
    answerLater(200);
    const { port } = server.address() as AddressInfo;
    const first = request({ host: '127.0.0.1', port, path: '/en', agent: false }).on('error', () => {});
    first.end();
    await delay(10);
    const crowd = Promise.all(Array.from({ length: 20 }, () => ask('/en')));
    await delay(50);
    first.destroy();
    expect((await crowd).map(({ status }) => status)).toEqual(new Array(20).fill(200));
    expect(made).toHaveLength(2);
  });

  it('whoever goes away takes nothing from those who may have the last page meanwhile', async () => {
    await ask('/en');
    await delay(300);
    const { port } = server.address() as AddressInfo;
    const first = request({ host: '127.0.0.1', port, path: '/en', agent: false }).on('error', () => {});
    first.end();
    await delay(10);
    first.destroy();
    await delay(30);
    const crowd = await Promise.all([ask('/en'), ask('/en')]);
    expect(crowd.map(({ body }) => body.toString().includes('берді 1')).sort()).toEqual([false, true]);
  });
});
