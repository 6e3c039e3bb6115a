'use client';

import { useCallback, useEffect, useRef, useState } from 'react';

const pollMs = 2_000;

export interface PolledAnswer<Answer> {
  answer: Answer;
  /** Since when it cannot be read, real time; null while it can. */
  lostAtMs: number | null;
  /** Reads it now. */
  refresh(): void;
  /** Puts an answer in its place that is newer than every one asked for so far: what a change of ours was answered with. */
  show(answer: Answer): void;
}

/** What a staff route answers, read anew every two seconds while the page is seen; the route answers 304 where nothing changed. */
export function usePolledAnswer<Answer>(initial: Answer, path: string): PolledAnswer<Answer> {
  const [state, setState] = useState({ answer: initial, lostAtMs: null as number | null });
  const ask = useRef<() => void>(() => {});
  const shown = useRef(0);

  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    let etag = '';
    let readAtMs = Date.now();
    let isAsking = false;
    let isAskedAgain = false;
    const read = async () => {
      const shownBefore = shown.current;
      try {
        const response = await fetch(path, { headers: etag ? { 'If-None-Match': etag } : {} });
        if (!response.ok && response.status !== 304) throw new Error(String(response.status));
        const answer: Answer | null = response.status === 304 ? null : await response.json();
        if (left || shown.current !== shownBefore) return;
        readAtMs = Date.now();
        etag = response.headers.get('etag') ?? '';
        setState((before) =>
          answer !== null
            ? { answer, lostAtMs: null }
            : before.lostAtMs === null
              ? before
              : { ...before, lostAtMs: null },
        );
      } catch {
        if (!left) setState((before) => ({ ...before, lostAtMs: before.lostAtMs ?? readAtMs }));
      }
    };
    const loop = async () => {
      clearTimeout(timer);
      isAskedAgain = isAsking;
      if (isAsking) return;
      isAsking = true;
      await read();
      isAsking = false;
      if (!left && isSeen()) timer = setTimeout(loop, isAskedAgain ? 0 : pollMs);
    };
    const isSeen = () => document.visibilityState === 'visible';
    const askWhenSeen = () => {
      if (isSeen()) void loop();
    };
    ask.current = () => void loop();
    void loop();
    document.addEventListener('visibilitychange', askWhenSeen);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', askWhenSeen);
    };
  }, [path]);

  return {
    ...state,
    refresh: useCallback(() => ask.current(), []),
    show: useCallback((answer: Answer) => {
      shown.current += 1;
      setState({ answer, lostAtMs: null });
    }, []),
  };
}
