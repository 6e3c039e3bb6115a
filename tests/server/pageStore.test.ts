import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import PageCache from '#app/pageCache.js';
import { createPageStore, type SharedPage } from '#app/pages/pageStore.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const page = (): SharedPage => ({ headers: {}, body: Buffer.alloc(1), etag: '', encoded: new Map() });

it('a page that nobody may get any more is not held in memory', async () => {
  const store = createPageStore();
  const ask = async (path: string) => {
    const made = page();
    store.keep(path, Promise.resolve(made));
    await store.find(path);
    return new WeakRef(made);
  };
  const old = await ask('/kk/results/contests/A');
  await delay(2_100);
  await ask('/kk/results/contests/B');
  await delay(0);
  collectGarbage();
  expect(old.deref()).toBeUndefined();
});

it('what Next made and may not serve any more is not held in memory', async () => {
  const cache = new PageCache();
  const set = async (key: string) => {
    const value = { html: key };
    await cache.set(key, value);
    return new WeakRef(value);
  };
  const old = await set('A');
  await delay(3_100);
  await set('B');
  collectGarbage();
  expect(old.deref()).toBeUndefined();
});
