import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { expect, overflowOf, test } from './fixtures.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/** The answer as it is on the wire. */
const raw = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    request(url, { headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .once('error', reject)
      .end();
  });

test('a file of the press API comes as it is stored, compressed once', async ({ board }) => {
  const address = `${board.web}/api/v1/results/summary.json`;
  // The zero feed comes a moment after the pages.
  await expect.poll(async () => (await raw(address)).status, { timeout: 30_000 }).toBe(200);
  const plain = await raw(address);
  expect(plain.headers.etag).toBe(`"${createHash('sha256').update(plain.body).digest('hex')}"`);
  const brotli = await raw(address, { 'accept-encoding': 'br, gzip' });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotli.headers['content-length']).toBe(String(brotli.body.length));
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
  const head = await raw(address, {}, 'HEAD');
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([200, String(plain.body.length), 0]);
});

test('a public page is made once for a crowd and comes compressed', async ({ board }) => {
  const address = `${board.web}/ru`;
  const crowd = await Promise.all(Array.from({ length: 20 }, () => raw(address, { 'accept-encoding': 'gzip, br' })));
  expect(crowd.map(({ status, headers }) => `${status} ${headers['content-encoding']}`)).toEqual(
    Array(20).fill('200 br'),
  );
  // While the next is made the last is given out.
  expect(new Set(crowd.map(({ headers }) => headers.etag)).size).toBeLessThanOrEqual(2);
  const [first] = crowd;
  expect(brotliDecompressSync(first?.body ?? Buffer.alloc(0)).toString()).toContain('</html>');
});

test('names of an edition that is to come answer as nonsense does', async ({ board }) => {
  const shown = ({ status, headers, body }: Answer) => ({
    status,
    body: body.toString(),
    headers: Object.entries(headers).filter(([name]) => !name.startsWith('ratelimit-') && name !== 'date'),
  });
  const nonsense = shown(await raw(`${board.web}/api/v1/qwerty/uiop`));
  expect([nonsense.status, nonsense.body]).toEqual([404, '{"error":"not_found"}']);
  for (const path of ['1/bundle.zip', '1/summary.json', '1/%ff', '1', '1/..%2f0/summary.json'])
    expect(shown(await raw(`${board.web}/api/v1/editions/${path}`)), path).toEqual(nonsense);
});

test('the page of the API is made of its document and fits a phone', async ({ board, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${board.web}/kk/press/api`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Баспасөзге арналған API');
  const { paths } = await (await fetch(`${board.web}/api/v1/openapi.json`)).json();
  for (const path of Object.keys(paths).filter((address) => !/results|\{edition\}/.test(address)))
    await expect(page.getByRole('heading', { name: `GET ${path}`, exact: true })).toBeVisible();
  expect(await overflowOf(page)).toBe(0);
});

// Last: it uses up the points of this machine's address.
test('a forged X-Forwarded-For gets no points of its own', async ({ board }) => {
  const statuses: number[] = [];
  for (let client = 0; client < 65; client += 1) {
    const { status } = await raw(`${board.web}/api/v1/candidacies?q=a`, { 'x-forwarded-for': `10.0.0.${client}` });
    statuses.push(status);
  }
  expect(statuses[0]).toBe(200);
  expect(statuses.at(-1)).toBe(429);
});
