'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';

/** The server's own reading may be this old. */
const readingAgeMs = 700;
const firstRetryMs = 1_000;
const longestRetryMs = 30_000;

/** Asks the server for the page again, after a random part of `spreadMs`, until it is no longer behind. */
export function useFreshPage(isBehind: boolean, spreadMs: number): void {
  const router = useRouter();
  const spread = useRef(spreadMs);
  useEffect(() => {
    spread.current = spreadMs;
  }, [spreadMs]);

  useEffect(() => {
    if (!isBehind) return;
    let attempts = 0;
    let timer: ReturnType<typeof setTimeout>;
    const ask = () => {
      router.refresh();
      timer = setTimeout(ask, Math.min(longestRetryMs, firstRetryMs * 2 ** attempts) * (0.75 + Math.random() / 2));
      attempts += 1;
    };
    timer = setTimeout(ask, readingAgeMs + Math.random() * spread.current);
    return () => clearTimeout(timer);
  }, [isBehind, router]);
}
