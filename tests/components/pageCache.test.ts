import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import PageCache from '#app/pageCache.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a page is kept for three seconds, then has to be made before anybody sees it', async () => {
  const cache = new PageCache();
  await cache.set('/kk', { kind: 'APP_PAGE' });
  expect(await cache.get('/kk')).toMatchObject({ value: { kind: 'APP_PAGE' } });
  vi.advanceTimersByTime(3_001);
  expect(await cache.get('/kk')).toBeNull();
});

test('no crowd of addresses fills the memory', async () => {
  const cache = new PageCache();
  for (let i = 0; i < 1_500; i++) await cache.set(`/kk/regions/${i}`, { i });
  expect(await cache.get('/kk/regions/0')).toBeNull();
  expect(await cache.get('/kk/regions/1499')).not.toBeNull();
});
