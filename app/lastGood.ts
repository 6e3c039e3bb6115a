import { NotFound } from '#domain/errors.ts';

/** How long one reading serves every page (ms). */
const shareMs = 500;
/** A database that does not answer in this time is taken for away: with something to show, and with nothing (ms). */
const patience = { withLastMs: 800, withoutMs: 2_500 };
/** After a failure it is left alone for so long, while there is something to show (ms). */
const restMs = 1_000;
const maxKeys = 2_000;

export interface Reading<T> {
  value: T;
  /** The database did not answer: this is what it said last. */
  isLast: boolean;
}

interface Kept {
  value: unknown;
  readAtMs: number;
}

const kept = new Map<string, Kept>();
const underway = new Map<string, Promise<unknown>>();
let failedAtMs = Number.NEGATIVE_INFINITY;

/** What `read` gives, shared by all for `maxAgeMs`, or the last good value of `key` while the database is away. */
export async function readOrLast<T>(key: string, read: () => Promise<T>, maxAgeMs = shareMs): Promise<Reading<T>> {
  const last = kept.get(key) as (Kept & { value: T }) | undefined;
  if (last && performance.now() - last.readAtMs < maxAgeMs) return { value: last.value, isLast: false };
  if (last && performance.now() - failedAtMs < restMs) return { value: last.value, isLast: true };
  try {
    return {
      value: await withPatience(readOnce(key, read), last ? patience.withLastMs : patience.withoutMs),
      isLast: false,
    };
  } catch (error) {
    if (error instanceof NotFound) throw error;
    failedAtMs = performance.now();
    if (!last) throw error;
    return { value: last.value, isLast: true };
  }
}

function readOnce<T>(key: string, read: () => Promise<T>): Promise<T> {
  const joined = underway.get(key) as Promise<T> | undefined;
  if (joined) return joined;
  const reading = read()
    .then((value) => {
      keep(key, value);
      return value;
    })
    .finally(() => underway.delete(key));
  underway.set(key, reading);
  return reading;
}

function keep(key: string, value: unknown): void {
  kept.delete(key);
  kept.set(key, { value, readAtMs: performance.now() });
  const oldest = kept.size > maxKeys ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
}

function withPatience<T>(reading: Promise<T>, patienceMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the board database did not answer in ${patienceMs} ms`)), patienceMs);
  });
  return Promise.race([reading, deadline]).finally(() => clearTimeout(timer));
}
