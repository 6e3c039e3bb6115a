import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

let readOrLast: typeof import('#app/lastGood.ts').readOrLast;
let NotFound: typeof import('#domain/errors.ts').NotFound;

beforeEach(async () => {
  vi.resetModules();
  ({ readOrLast } = await import('#app/lastGood.ts'));
  ({ NotFound } = await import('#domain/errors.ts'));
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const away = async () => {
  throw new Error('connection refused');
};
let number = 0;
const newKey = () => `key ${number++}`;

describe('the last good reading', () => {
  test('is shared for half a second', async () => {
    const key = newKey();
    const read = vi.fn(async () => 1);
    await readOrLast(key, read);
    await readOrLast(key, read);
    expect(read).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(501);
    await readOrLast(key, read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  test('a crowd that comes at once reads once', async () => {
    const key = newKey();
    const read = vi.fn(async () => 7);
    const readings = await Promise.all(Array.from({ length: 50 }, () => readOrLast(key, read)));
    expect(read).toHaveBeenCalledTimes(1);
    expect(readings.every(({ value, isLast }) => value === 7 && !isLast)).toBe(true);
  });

  test('stays, and says that it is the last, while the database is away', async () => {
    const key = newKey();
    await readOrLast(key, async () => 'good');
    vi.advanceTimersByTime(60_000);
    expect(await readOrLast(key, away)).toEqual({ value: 'good', isLast: true });
    vi.advanceTimersByTime(1_001);
    expect(await readOrLast(key, async () => 'back')).toEqual({ value: 'back', isLast: false });
  });

  test('stays when the database hangs', async () => {
    const key = newKey();
    await readOrLast(key, async () => 'good');
    vi.advanceTimersByTime(1_000);
    const reading = readOrLast(key, () => new Promise<string>(() => {}));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await reading).toEqual({ value: 'good', isLast: true });
  });

  test('leaves a database that failed alone for a second', async () => {
    const key = newKey();
    await readOrLast(key, async () => 'good');
    vi.advanceTimersByTime(2_000);
    await readOrLast(key, away);
    const read = vi.fn(async () => 'back');
    expect(await readOrLast(key, read)).toEqual({ value: 'good', isLast: true });
    expect(read).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_001);
    expect(await readOrLast(key, read)).toEqual({ value: 'back', isLast: false });
  });

  test('does not hide that a unit is not there any more', async () => {
    const key = newKey();
    await readOrLast(key, async () => 1);
    vi.advanceTimersByTime(1_000);
    await expect(
      readOrLast(key, async () => {
        throw new NotFound('no unit');
      }),
    ).rejects.toThrow(NotFound);
  });

  test('is an error where there was never a good one', async () => {
    await expect(readOrLast(newKey(), away)).rejects.toThrow('connection refused');
  });
});
