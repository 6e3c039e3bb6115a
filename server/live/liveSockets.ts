import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { scopeKey } from '#domain/board.ts';
import { NotFound } from '#domain/errors.ts';
import {
  type ClientToServerEvents,
  type FullNotice,
  type ServerToClientEvents,
  type WatchAnswer,
  WatchRequest,
} from '#domain/events.ts';
import type { BoardFeed } from './boardFeed.ts';
import { keepLine } from './broadcast.ts';
import type { LiveMetrics } from './liveMetrics.ts';

export type LiveSockets = Server<ClientToServerEvents, ServerToClientEvents>;
export type LiveSocket = Socket<ClientToServerEvents, ServerToClientEvents>;

const fullNotice: FullNotice = { pollMs: 5_000, retryMs: 60_000 };
/** How far past its cap a server still takes a socket to tell it that it is full. */
const courtesy = 1.1;
const watchLimit = { requests: 20, perMs: 10_000 };

export interface SocketOptions {
  feed: () => BoardFeed | undefined;
  metrics: LiveMetrics;
  allowedOrigins: readonly string[];
  maxSockets: number;
}

/** Socket.IO over WebSocket only; a socket watches one scope at a time and is answered with its board. */
export function attachSockets(
  http: HttpServer,
  { feed, metrics, allowedOrigins, maxSockets }: SocketOptions,
): LiveSockets {
  const io: LiveSockets = new Server(http, {
    path: '/live/socket',
    transports: ['websocket'],
    serveClient: false,
    // The frame of a broadcast is shared by all sockets only uncompressed.
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: 4_096,
    connectTimeout: 10_000,
    allowRequest: (request, decide) => {
      const origin = request.headers.origin;
      const cause =
        origin !== undefined && !allowedOrigins.includes(origin)
          ? 'origin'
          : io.engine.clientsCount >= maxSockets * courtesy
            ? 'full'
            : null;
      if (cause) metrics.refused.inc({ cause });
      decide(cause, cause === null);
    },
  });
  // The upgrade request weighs more than all the rest of a quiet socket, and Engine.IO's answer keeps it as long as that.
  const answers = new WeakMap<IncomingMessage, object>();
  io.engine.use((request: IncomingMessage, answer: object, next: () => void) => {
    answers.set(request, answer);
    next();
  });
  io.engine.on('connection', (connection: { request: IncomingMessage | null }) => {
    const { request } = connection;
    if (!request) return;
    keepLine(connection, request);
    Reflect.set(answers.get(request) ?? {}, 'req', null);
    connection.request = null;
  });
  io.use((_socket, next) => {
    if (io.of('/').sockets.size < maxSockets) return next();
    metrics.refused.inc({ cause: 'full' });
    next(Object.assign(new Error('full'), { data: fullNotice }));
  });
  io.on('connection', (socket) => {
    // The client's reference to the upgrade request is private, and the last.
    Reflect.set(socket.client, 'request', null);
    // A copy of the request's headers, which nobody asks for either.
    Reflect.set(socket, 'handshake', null);
    serve(socket, feed);
  });
  return io;
}

function serve(socket: LiveSocket, feed: () => BoardFeed | undefined): void {
  const requests: number[] = [];
  socket.on('board:watch', (request, tell) => {
    if (typeof tell !== 'function') return;
    const now = Date.now();
    while ((requests[0] ?? now) < now - watchLimit.perMs) requests.shift();
    requests.push(now);
    tell(requests.length > watchLimit.requests ? { ok: false, error: 'too_many' } : watch(socket, feed(), request));
  });
}

function watch(socket: LiveSocket, feed: BoardFeed | undefined, request: unknown): WatchAnswer {
  const parsed = WatchRequest.safeParse(request);
  if (!parsed.success) return { ok: false, error: 'invalid' };
  if (!feed) return { ok: false, error: 'unavailable' };
  try {
    const board = feed.board(parsed.data.scope);
    for (const room of socket.rooms) if (room !== socket.id) socket.leave(room);
    socket.join(scopeKey(parsed.data.scope));
    return { ok: true, board };
  } catch (error) {
    if (error instanceof NotFound) return { ok: false, error: 'unknown_scope' };
    throw error;
  }
}
