'use client';

import { useEffect, useRef, useState } from 'react';
import type { LiveAddress } from '#components/turnout/content.ts';
import type { StatusFile } from '#domain/incidents/publicStatus.ts';
import { jittered, liveBase } from './liveAddress.ts';
import type { LiveBoard } from './useLiveBoard.ts';

const retryMs = 1_000;

/** The file of the status page, fetched anew when the board says that something public of incidents changed. */
export function useLiveStatus(initial: StatusFile, live: LiveBoard, { url, port }: LiveAddress): StatusFile {
  const [fetched, setFetched] = useState(initial);
  const file = fetched.version > initial.version ? fetched : initial;
  const { version } = live.board.status;
  const isDue = version > file.version;
  const spread = useRef(live.spreadMs);
  spread.current = live.spreadMs;

  useEffect(() => {
    if (!isDue) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const answer = await fetch(`${liveBase({ url, port })}/live/status.json?version=${version}`, {
        cache: 'no-cache',
        credentials: 'omit',
      }).catch(() => null);
      const body: StatusFile | null = answer?.ok ? await answer.json().catch(() => null) : null;
      if (left) return;
      if (body && Array.isArray(body.incidents)) setFetched(body);
      if (!body || body.version < version) timer = setTimeout(ask, jittered(retryMs));
    };
    timer = setTimeout(ask, Math.random() * spread.current);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [isDue, version, url, port]);

  return file;
}
