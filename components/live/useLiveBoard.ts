'use client';

import { useEffect, useRef, useState } from 'react';
import type { LiveAddress } from '#components/turnout/content.ts';
import type { Board } from '#domain/board.ts';
import type { Connection } from '#domain/freshness.ts';
import { liveBase } from './liveAddress.ts';
import { askServerClock } from './serverClock.ts';
import { serverClock } from './serverNow.ts';

export interface LiveBoard {
  board: Board;
  connection: Connection;
  /** How often the figures are asked for while there is no socket (ms). */
  pollMs: number;
  /** Over how long all pages together fetch what the board last told of results or incidents. */
  spreadMs: number;
}

/** The board of the page, live from the moment the browser can; owns the socket. */
export function useLiveBoard(initial: Board, address: LiveAddress): LiveBoard {
  const [live, setLive] = useState<LiveBoard>({ board: initial, connection: 'connecting', pollMs: 0, spreadMs: 0 });
  const shown = useRef(initial);
  const { url, port } = address;
  const { level, code } = initial.scope;

  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    const show = (board: Board, spreadMs?: number) => {
      serverClock.noteChecked(board.checkedAt, Date.now());
      shown.current = board;
      setLive((before) => ({ ...before, board, spreadMs: spreadMs ?? before.spreadMs }));
    };
    void askServerClock(serverClock);
    // After the page is drawn: the socket's code is no part of the first load.
    import('./watchBoard.ts').then(
      ({ watchBoard }) => {
        if (left) return;
        stop = watchBoard({
          base: liveBase({ url, port }),
          scope: { level, code },
          board: () => shown.current,
          onBoard: (board) => show(board),
          onReleased: show,
          onStatus: show,
          onChecked: (checked) =>
            show({ ...shown.current, checkedAt: checked.checkedAt, staleSince: checked.staleSince }),
          onConnection: (connection, pollMs) => {
            if (connection === 'live') void askServerClock(serverClock);
            setLive((before) =>
              before.connection === connection && before.pollMs === pollMs ? before : { ...before, connection, pollMs },
            );
          },
        });
      },
      () => setLive((before) => ({ ...before, connection: 'offline' })),
    );
    return () => {
      left = true;
      stop?.();
    };
  }, [url, port, level, code]);

  return live;
}
