'use client';

import { useEffect, useRef, useState } from 'react';
import type { LiveAddress } from '#components/turnout/content.ts';
import type { StatusFile } from '#domain/incidents/publicStatus.ts';
import { askForVersion } from './askForVersion.ts';
import { liveBase } from './liveAddress.ts';
import { readStatusFile } from './readAnswers.ts';
import type { LiveBoard } from './useLiveBoard.ts';

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
    return askForVersion({
      url: `${liveBase({ url, port })}/live/status.json`,
      version,
      delayMs: Math.random() * spread.current,
      read: readStatusFile,
      onFile: setFetched,
    });
  }, [isDue, version, url, port]);

  return file;
}
