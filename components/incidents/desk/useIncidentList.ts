'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { IncidentList } from '../content.ts';

const pollMs = 2_000;

export interface WatchedList extends IncidentList {
  /** Since when the list cannot be read, real time; null while it can. */
  lostAtMs: number | null;
  /** Reads it now. */
  refresh(): void;
}

/** The list of incidents that `query` asks for, read anew every two seconds where it changed. */
export function useIncidentList(initial: IncidentList, query: string): WatchedList {
  const [list, setList] = useState({ ...initial, lostAtMs: null as number | null });
  const ask = useRef<() => void>(() => {});

  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    let etag = '';
    let readAtMs = Date.now();
    let isAsking = false;
    let isAskedAgain = false;
    const read = async () => {
      try {
        const answer = await fetch(`/api/ops/incidents${query}`, { headers: etag ? { 'If-None-Match': etag } : {} });
        if (!answer.ok && answer.status !== 304) throw new Error(String(answer.status));
        const body: IncidentList | null = answer.status === 304 ? null : await answer.json();
        if (left) return;
        readAtMs = Date.now();
        etag = answer.headers.get('etag') ?? '';
        setList((before) =>
          body ? { ...body, lostAtMs: null } : before.lostAtMs === null ? before : { ...before, lostAtMs: null },
        );
      } catch {
        if (!left) setList((before) => ({ ...before, lostAtMs: before.lostAtMs ?? readAtMs }));
      }
    };
    const loop = async () => {
      clearTimeout(timer);
      isAskedAgain = isAsking;
      if (isAsking) return;
      isAsking = true;
      await read();
      isAsking = false;
      if (!left) timer = setTimeout(loop, isAskedAgain ? 0 : pollMs);
    };
    const askWhenSeen = () => {
      if (document.visibilityState === 'visible') void loop();
    };
    ask.current = () => void loop();
    void loop();
    document.addEventListener('visibilitychange', askWhenSeen);
    return () => {
      left = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', askWhenSeen);
    };
  }, [query]);

  return { ...list, refresh: useCallback(() => ask.current(), []) };
}
