import { io, type Socket } from 'socket.io-client';
import { applyRelease, applyStatus, applyUpdate } from '#domain/applyUpdate.ts';
import type { Board, Scope } from '#domain/board.ts';
import type { BoardChecked, ClientToServerEvents, ServerToClientEvents } from '#domain/events.ts';
import type { Connection } from '#domain/freshness.ts';
import { boardPath, jittered } from './liveAddress.ts';
import { startPolling } from './pollBoard.ts';
import { readBoard, readFullNotice } from './readAnswers.ts';

export interface BoardWatcher {
  base: string;
  scope: Scope;
  /** The board shown now. */
  board(): Board;
  onBoard(board: Board): void;
  /** The board has a new edition of the results, to be fetched after a random part of `spreadMs`. */
  onReleased(board: Board, spreadMs: number): void;
  /** What is public of incidents changed; its file is to be fetched after a random part of `spreadMs`. */
  onStatus(board: Board, spreadMs: number): void;
  onChecked(checked: BoardChecked): void;
  onConnection(connection: Connection, pollMs: number): void;
}

const defaultPollMs = 5_000;
const answerMs = 5_000;
const gapJitterMs = 1_000;
/** The server speaks every five seconds: a socket that is silent for longer is taken for dead after a sleep. */
const silenceMs = 12_000;

/** In a frame with `sandbox`: the live server gives sockets to pages of known origins only, and its files to all. */
const isOfNoOrigin = self.origin === 'null';

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
    autoConnect: !isOfNoOrigin,
  });
  let stopPoll: (() => void) | undefined;
  let watching = false;
  let heardAtMs = Date.now();

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
      heardAtMs = Date.now();
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
  socket.on('results:released', (told) => {
    const { board, isGap } = applyRelease(watcher.board(), told);
    watcher.onReleased(board, told.spreadMs);
    if (isGap) watchAgain();
  });
  socket.on('status:changed', (told) => {
    const { board, isGap } = applyStatus(watcher.board(), told);
    watcher.onStatus(board, told.spreadMs);
    if (isGap) watchAgain();
  });
  socket.onAny(() => {
    heardAtMs = Date.now();
  });
  /** A machine that slept still holds its socket; the other end let it go long ago. */
  const wake = () => {
    if (socket.connected && Date.now() - heardAtMs > silenceMs) socket.disconnect().connect();
  };
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('online', wake);
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

  if (isOfNoOrigin) poll();
  return () => {
    for (const timer of timers) clearTimeout(timer);
    stopPoll?.();
    document.removeEventListener('visibilitychange', wake);
    window.removeEventListener('online', wake);
    socket.off();
    socket.offAny();
    socket.disconnect();
  };
}
