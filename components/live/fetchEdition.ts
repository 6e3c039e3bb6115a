import type { EditionHead } from '#domain/results/edition.ts';

interface Fetch<T> {
  /** Of the live server, as this browser reaches it. */
  base: string;
  /** Of the file inside its edition. */
  path: string;
  /** The oldest edition that will do. */
  edition: number;
  /** Before the first attempt (ms). */
  waitMs: number;
  onFile(file: T): void;
}

const firstRetryMs = 300;
const longestRetryMs = 15_000;
const patienceMs = 8_000;

/** Fetches a file of the results until it is of `edition` or a later one, ever more seldom; at once when the page wakes. Returns its stop. */
export function fetchEdition<T extends EditionHead>({ base, path, edition, waitMs, onFile }: Fetch<T>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | undefined;
  let attempts = 0;

  const ask = async () => {
    clearTimeout(timer);
    request?.abort();
    const mine = new AbortController();
    request = mine;
    const patience = setTimeout(() => mine.abort(), patienceMs);
    try {
      // A cache between may hold the last edition for some seconds; named so, each edition is another file to it.
      const url = `${base}/live/results/${path}?edition=${edition}`;
      const answer = await fetch(url, { cache: 'no-cache', credentials: 'omit', signal: mine.signal });
      const file: unknown = answer.ok ? await answer.json() : null;
      if (request !== mine) return;
      if (isFile<T>(file) && file.edition >= edition) {
        stop();
        onFile(file);
        return;
      }
    } catch {
      // Offline, or the server is away: asked again below.
    } finally {
      clearTimeout(patience);
    }
    if (request !== mine) return;
    timer = setTimeout(ask, retryMs(attempts));
    attempts += 1;
  };
  const askWhenSeen = () => {
    if (attempts > 0 && document.visibilityState === 'visible') void ask();
  };
  const stop = () => {
    clearTimeout(timer);
    request?.abort();
    request = undefined;
    document.removeEventListener('visibilitychange', askWhenSeen);
    window.removeEventListener('online', askWhenSeen);
  };

  timer = setTimeout(ask, waitMs);
  document.addEventListener('visibilitychange', askWhenSeen);
  window.addEventListener('online', askWhenSeen);
  return stop;
}

function retryMs(attempts: number): number {
  return Math.min(longestRetryMs, firstRetryMs * 2 ** attempts) * (0.5 + Math.random());
}

function isFile<T extends EditionHead>(body: unknown): body is T {
  return typeof body === 'object' && body !== null && 'edition' in body && typeof body.edition === 'number';
}
