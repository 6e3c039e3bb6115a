import { useSyncExternalStore } from 'react';
import { createServerClock } from './serverClock.ts';

/** One clock a browser. */
export const serverClock = createServerClock();

/** Whole seconds, so that a page changes once a second. */
function nowMs(): number {
  return Math.floor((Date.now() + (serverClock.offsetMs() ?? 0)) / 1_000) * 1_000;
}

function subscribe(tick: () => void): () => void {
  const timer = setInterval(tick, 1_000);
  document.addEventListener('visibilitychange', tick);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', tick);
  };
}

/** The server's time, ticking; `renderedAtMs` on the server and while the page wakes up. */
export function useServerNow(renderedAtMs: number): number {
  return useSyncExternalStore(subscribe, nowMs, () => renderedAtMs);
}

/**
 * Whether the browser runs the page and knows the server's time; before that an age would be a lie, and the moment stands instead.
 */
export function useAwake(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => serverClock.offsetMs() !== null,
    () => false,
  );
}
