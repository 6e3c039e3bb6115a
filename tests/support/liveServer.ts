import { io, type Socket } from 'socket.io-client';
import { roleUrl } from '#db/roles.ts';
import type { Scope } from '#domain/board.ts';
import type { ClientToServerEvents, ServerToClientEvents, WatchAnswer } from '#domain/events.ts';
import { type LiveServer, startLive } from '#server/live/startLive.ts';
import { createLog } from '#server/log.ts';
import type { TestDatabase } from './database.ts';

export type LiveClient = Socket<ServerToClientEvents, ClientToServerEvents>;

export const allowedOrigin = 'http://board.example';

/** A live server on a free port, as its own role; ready when its first board is read. */
export async function startTestLive(database: TestDatabase, maxSockets = 100): Promise<LiveServer & { base: string }> {
  const live = await startLive({
    databaseUrl: roleUrl(database.url, 'saylau_live'),
    port: 0,
    host: '127.0.0.1',
    allowedOrigins: [allowedOrigin],
    maxSockets,
    log: createLog('live', 'silent'),
  });
  const base = `http://127.0.0.1:${live.port}`;
  await until(async () => (await fetch(`${base}/readyz`)).ok);
  return { ...live, base };
}

export function connectTo(base: string, origin = allowedOrigin): LiveClient {
  return io(base, {
    path: '/live/socket',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin },
  });
}

/** The answer to `board:watch`. */
export function watch(client: LiveClient, scope: Scope): Promise<WatchAnswer> {
  return new Promise((resolve) => client.emit('board:watch', { scope }, resolve));
}

/** The next message of this name, or an error after the time that its rule allows. */
export function next<Name extends keyof ServerToClientEvents>(
  client: LiveClient,
  name: Name,
  withinMs = 8_000,
): Promise<Parameters<ServerToClientEvents[Name]>[0]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${name} within ${withinMs} ms`)), withinMs);
    const hear = (message: unknown) => {
      clearTimeout(timer);
      resolve(message as Parameters<ServerToClientEvents[Name]>[0]);
    };
    client.once(name, hear as never);
  });
}

/** Asks until the answer is yes. */
export async function until(ask: () => Promise<boolean> | boolean, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    if (await Promise.resolve(ask()).catch(() => false)) return;
    if (Date.now() > deadline) throw new Error('it did not come true in time');
    await new Promise((resolve) => setImmediate(resolve));
  }
}
