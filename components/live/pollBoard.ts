import { jittered } from './liveAddress.ts';

interface Poll {
  url: string;
  meanMs: number;
  onAnswer(body: unknown): void;
  onFailure(): void;
}

const patienceMs = 8_000;

/** Fetches `url` now and then every `meanMs`, give or take; conditional by the browser's own cache. Returns its stop. */
export function startPolling({ url, meanMs, onAnswer, onFailure }: Poll): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | undefined;
  let stopped = false;

  const ask = async () => {
    clearTimeout(timer);
    const mine = new AbortController();
    request?.abort();
    request = mine;
    const patience = setTimeout(() => mine.abort(), patienceMs);
    try {
      // `no-cache` sends If-None-Match without a preflight, and a 304 reads as the body known before.
      const answer = await fetch(url, { cache: 'no-cache', credentials: 'omit', signal: mine.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      const body: unknown = await answer.json();
      if (!stopped && request === mine) onAnswer(body);
    } catch {
      if (!stopped && request === mine) onFailure();
    } finally {
      clearTimeout(patience);
    }
    if (!stopped && request === mine) timer = setTimeout(ask, jittered(meanMs));
  };
  const askWhenSeen = () => {
    if (document.visibilityState === 'visible') void ask();
  };

  timer = setTimeout(ask, Math.random() * 1_000);
  document.addEventListener('visibilitychange', askWhenSeen);
  window.addEventListener('online', askWhenSeen);
  return () => {
    stopped = true;
    clearTimeout(timer);
    request?.abort();
    document.removeEventListener('visibilitychange', askWhenSeen);
    window.removeEventListener('online', askWhenSeen);
  };
}
