import { io, type Socket } from 'socket.io-client';
import { applyUpdate } from '#domain/applyUpdate.ts';
import type { Board, Scope } from '#domain/board.ts';
import type { BoardChecked, ClientToServerEvents, FullNotice, ServerToClientEvents } from '#domain/events.ts';
import type { Connection } from '#domain/freshness.ts';
import { fromSnapshot, type Snapshot } from '#domain/snapshot.ts';
import { boardPath, jittered } from './liveAddress.ts';
import { startPolling } from './pollBoard.ts';

export interface BoardWatcher {
  base: string;
  scope: Scope;
  /** The board shown now. */
  board(): Board;
  onBoard(board: Board): void;
  onChecked(checked: BoardChecked): void;
  onConnection(connection: Connection, pollMs: number): void;
}

const defaultPollMs = 5_000;
const answerMs = 5_000;
const gapJitterMs = 1_000;

/** Keeps the board live: by socket, else by polling while the socket is tried again. Returns its stop. */
export function watchBoard(watcher: BoardWatcher): () => void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io(watcher.base, {
    path: '/live/socket',
    transports: ['websocket'],
    reconnectionDelay: 1_000,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
    timeout: 5_000,
    forceNew: true,
  });
  let stopPoll: (() => void) | undefined;
  let watching = false;

  const later = (run: () => void, delayMs: number) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, delayMs);
    timers.add(timer);
  };
  /** A cached answer may be older than what is shown; a later reading counts even below its version, after a restore. */
  const isNews = (board: Board) => {
    const shown = watcher.board();
    return board.version > shown.version || Date.parse(board.checkedAt) >= Date.parse(shown.checkedAt);
  };
  const poll = (meanMs = defaultPollMs) => {
    stopPoll?.();
    stopPoll = startPolling({
      url: watcher.base + boardPath(watcher.scope),
      meanMs,
      onAnswer: (body) => {
        const board = readBoard(body, watcher.scope);
        if (!board) return watcher.onConnection('offline', meanMs);
        if (isNews(board)) watcher.onBoard(board);
        watcher.onConnection('polling', meanMs);
      },
      onFailure: () => watcher.onConnection('offline', meanMs),
    });
  };
  const watch = () => {
    if (watching || !socket.connected) return;
    watching = true;
    socket.timeout(answerMs).emit('board:watch', { scope: watcher.scope }, (failure, answer) => {
      watching = false;
      if (failure || !answer.ok) {
        if (!stopPoll) poll();
        later(watch, jittered(answerMs));
        return;
      }
      stopPoll?.();
      stopPoll = undefined;
      watcher.onBoard(answer.board);
      watcher.onConnection('live', 0);
    });
  };
  const watchAgain = () => later(watch, Math.random() * gapJitterMs);

  socket.on('connect', watch);
  socket.on('board:changed', (update) => {
    const next = applyUpdate(watcher.board(), update);
    if (next === 'gap') watchAgain();
    else watcher.onBoard(next);
  });
  socket.on('board:checked', (checked) => {
    if (checked.version > watcher.board().version) watchAgain();
    else watcher.onChecked(checked);
  });
  socket.on('live:closing', ({ spreadMs }) => {
    socket.disconnect();
    later(() => socket.connect(), Math.random() * spreadMs);
  });
  socket.on('disconnect', (reason) => {
    watching = false;
    if (!stopPoll) poll();
    if (reason === 'io server disconnect') later(() => socket.connect(), jittered(2_000));
  });
  socket.on('connect_error', (error) => {
    const notice = readFullNotice(error);
    if (notice) {
      poll(notice.pollMs);
      later(() => socket.connect(), jittered(notice.retryMs));
    } else if (!stopPoll) poll();
  });

  return () => {
    for (const timer of timers) clearTimeout(timer);
    stopPoll?.();
    socket.off();
    socket.disconnect();
  };
}

/** Cheap: the server checks its own files, and the schemas would weigh more than the rest of the page's code. */
export function readBoard(body: unknown, scope: Scope): Board | null {
  if (typeof body !== 'object' || body === null) return null;
  const snapshot = body as Snapshot;
  if (typeof snapshot.version !== 'number' || typeof snapshot.checkedAt !== 'string') return null;
  const board = fromSnapshot(snapshot);
  return board.rows[0]?.code === scope.code ? board : null;
}

function readFullNotice(error: Error): FullNotice | null {
  const data = 'data' in error ? (error.data as Partial<FullNotice> | undefined) : undefined;
  if (typeof data?.pollMs !== 'number' || typeof data.retryMs !== 'number') return null;
  return { pollMs: data.pollMs, retryMs: data.retryMs };
}
