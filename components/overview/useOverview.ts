'use client';

import { useEffect, useState } from 'react';
import { jittered } from '#components/live/liveAddress.ts';
import { askServerClock } from '#components/live/serverClock.ts';
import { serverClock } from '#components/live/serverNow.ts';
import type { Overview } from '#domain/overview/overview.ts';

/** The server holds the answer so long while nothing changes. */
const waitSeconds = 8;
const patienceMs = (waitSeconds + 6) * 1_000;
const retryMs = 1_000;

export interface WatchedOverview {
  overview: Overview;
  /** Since when nothing can be read, real time; null while it can. */
  lostAtMs: number | null;
  /** Nobody is signed in any more, or no longer with this right. */
  isEnded: boolean;
}

interface Watch {
  /** A region to look at; null for what the person sees first. */
  region: string | null;
  /** Whether to go on while the page is hidden. */
  isOnGuard: boolean;
}

/** The leadership board, kept as new as the server has it: asked for again as soon as it was answered. */
export function useOverview(initial: Overview, { region, isOnGuard }: Watch): WatchedOverview {
  const [watched, setWatched] = useState<WatchedOverview>({ overview: initial, lostAtMs: null, isEnded: false });
  useEffect(() => void askServerClock(serverClock), []);

  useEffect(() => {
    let left = false;
    let isAsking = false;
    let etag = '';
    let readAtMs = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let request: AbortController | undefined;
    const ask = async (): Promise<'again' | 'later' | 'never'> => {
      request = new AbortController();
      const patience = setTimeout(() => request?.abort(), patienceMs);
      try {
        const answer = await fetch(
          `/api/ops/overview${region === null ? '' : `?region=${encodeURIComponent(region)}`}`,
          {
            headers: etag ? { 'If-None-Match': etag, Prefer: `wait=${waitSeconds}` } : {},
            signal: request.signal,
          },
        );
        if (left) return 'never';
        if (answer.status === 401 || answer.status === 403) {
          setWatched((before) => ({ ...before, isEnded: true }));
          return 'never';
        }
        if (!answer.ok && answer.status !== 304) throw new Error(String(answer.status));
        const overview: Overview | null = answer.status === 304 ? null : await answer.json();
        if (left) return 'never';
        readAtMs = Date.now();
        etag = answer.headers.get('etag') ?? '';
        setWatched((before) => {
          if (overview) return { overview, lostAtMs: null, isEnded: false };
          return before.lostAtMs === null ? before : { ...before, lostAtMs: null };
        });
        return 'again';
      } catch {
        if (left) return 'never';
        // The next answer must not wait: the page says that it is lost until then.
        etag = '';
        setWatched((before) => ({ ...before, lostAtMs: before.lostAtMs ?? readAtMs }));
        return 'later';
      } finally {
        clearTimeout(patience);
      }
    };
    const loop = async () => {
      clearTimeout(timer);
      if (isAsking) return;
      isAsking = true;
      let next: 'again' | 'later' | 'never' = 'again';
      while (next === 'again' && (isOnGuard || document.visibilityState === 'visible')) next = await ask();
      isAsking = false;
      if (next === 'later' && !left) timer = setTimeout(loop, jittered(retryMs));
    };
    const wake = () => {
      if (document.visibilityState === 'visible') void loop();
    };
    void loop();
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('online', wake);
    return () => {
      left = true;
      clearTimeout(timer);
      request?.abort();
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('online', wake);
    };
  }, [region, isOnGuard]);

  return watched;
}
