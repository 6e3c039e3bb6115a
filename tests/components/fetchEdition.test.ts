import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchEdition } from '#components/live/fetchEdition.ts';
import type { EditionHead } from '#domain/results/edition.ts';

describe('the file of a released edition', () => {
  let server: Server;
  let base: string;
  let answer: { status: number; body: string };
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    answer = { status: 200, body: '{"edition":0}' };
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(answer.status).end(answer.body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    base = `http://127.0.0.1:${address.port}`;
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    server.closeAllConnections();
    server.close();
  });

  const fetchSecond = (waitMs = 0) => {
    let stop = () => {};
    const file = new Promise<EditionHead>((onFile) => {
      stop = fetchEdition({ base, path: 'summary.json', edition: 2, waitMs, onFile });
    });
    return { file, stop };
  };
  const until = async (ask: () => boolean) => {
    while (!ask()) await new Promise((resolve) => setImmediate(resolve));
  };

  test('is asked for by its number, so that a cache between does not give the last one', async () => {
    answer.body = '{"edition":2}';
    expect(await fetchSecond().file).toEqual({ edition: 2 });
    expect(asked).toEqual(['/live/results/summary.json?edition=2']);
  });

  test.each([
    ['an older edition', 200, '{"edition":1}'],
    ['a server that is away', 502, 'Bad Gateway'],
    ['something else', 200, '<html>'],
    ['nothing of the kind', 200, 'null'],
  ])('is asked for again after %s', async (_, status, body) => {
    answer = { status, body };
    const { file } = fetchSecond();
    await until(() => asked.length === 2);
    answer = { status: 200, body: '{"edition":3}' };
    expect(await file).toEqual({ edition: 3 });
  });

  test('is asked for at once when the page wakes', async () => {
    const { file } = fetchSecond();
    await until(() => asked.length === 3);
    answer.body = '{"edition":2}';
    const wokenAtMs = performance.now();
    window.dispatchEvent(new Event('online'));
    await file;
    // The next attempt of its own would come after 600 ms at the earliest.
    expect(performance.now() - wokenAtMs).toBeLessThan(500);
  });

  test('is not asked for before its part of the spread, nor after the stop', () => {
    vi.useFakeTimers();
    try {
      const { stop } = fetchSecond(20_000);
      vi.advanceTimersByTime(19_999);
      stop();
      document.dispatchEvent(new Event('visibilitychange'));
      vi.advanceTimersByTime(60_000);
      expect(asked).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});
