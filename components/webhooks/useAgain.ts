'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

const pollMs = 3_000;

export interface Again<Answer> {
  answer: Answer;
  /** Since when it cannot be read, real time; null while it can. */
  lostAtMs: number | null;
  /** Reads it now. */
  refresh(): void;
}

/** What an address of the staff answers, read anew every three seconds while the page is seen. */
export function useAgain<Answer>(path: string, initial: Answer): Again<Answer> {
  const [reading, setReading] = useState<{ answer: Answer; lostAtMs: number | null }>({
    answer: initial,
    lostAtMs: null,
  });
  const ask = useRef<() => void>(() => {});

  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    let latest = 0;
    const read = async () => {
      clearTimeout(timer);
      latest += 1;
      const number = latest;
      try {
        const answer = await fetch(path, { signal: leaving.signal });
        if (!answer.ok) throw new Error(String(answer.status));
        const body: Answer = await answer.json();
        // One that was asked for later has come first.
        if (number === latest) setReading({ answer: body, lostAtMs: null });
      } catch {
        if (leaving.signal.aborted) return;
        setReading((before) => ({ ...before, lostAtMs: before.lostAtMs ?? Date.now() }));
      }
      if (number === latest && !leaving.signal.aborted) timer = setTimeout(look, pollMs);
    };
    const look = () => {
      if (document.visibilityState === 'visible') void read();
    };
    ask.current = () => void read();
    void read();
    document.addEventListener('visibilitychange', look);
    return () => {
      leaving.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [path]);

  return { ...reading, refresh: useCallback(() => ask.current(), []) };
}
