import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createDatabase } from '#db/client.ts';
import { scopeKey } from '#domain/board.ts';
import { NotFound } from '#domain/errors.ts';
import { staleSince } from '#domain/freshness.ts';
import type { Log } from '../log.ts';
import { type BoardFeed, openBoardFeed, type ScopeUpdate } from './boardFeed.ts';
import { tellAll, tellRoom } from './broadcast.ts';
import { createHttpFiles } from './httpFiles.ts';
import { createLiveMetrics } from './liveMetrics.ts';
import { attachSockets } from './liveSockets.ts';
import { startPulse } from './pulse.ts';

const socketsPerSecond = 25_000;
const shortestTickMs = 100;
const longestTickMs = 1_000;
/** How often an unchanged board says that it was looked at. */
const checkedEveryMs = 5_000;
const closingGraceMs = 250;

export interface LiveOptions {
  databaseUrl: string;
  port: number;
  host: string;
  allowedOrigins: readonly string[];
  maxSockets: number;
  log: Log;
}

export interface LiveServer {
  port: number;
  stop(): Promise<void>;
}

/** Follows the board's version and tells every socket what changed in its scope; answers the same as files over HTTP. */
export async function startLive({
  databaseUrl,
  port,
  host,
  allowedOrigins,
  maxSockets,
  log,
}: LiveOptions): Promise<LiveServer> {
  const database = createDatabase(databaseUrl, { applicationName: 'saylau-live', maxConnections: 3 });
  const http = createServer();
  let feed: BoardFeed | undefined;
  let closing = false;
  const metrics = createLiveMetrics(
    () => io.of('/').sockets.size,
    () => feed,
  );
  const io = attachSockets(http, { feed: () => feed, metrics, allowedOrigins, maxSockets });
  const files = createHttpFiles({ feed: () => feed, db: database.db, metrics, log, isClosing: () => closing });
  http.on('request', (request, response) => {
    if (!request.url?.startsWith('/live/socket')) void files(request, response);
  });

  const broadcast = ({ scope, update }: ScopeUpdate) => {
    const room = scopeKey(scope);
    const watchers = io.of('/').adapter.rooms.get(room)?.size ?? 0;
    if (watchers === 0) return;
    metrics.updates.inc();
    metrics.deliveries.inc(watchers);
    tellRoom(io, room, 'board:changed', update);
  };
  /** Everything may be different: each scope in use is told its whole board, as an update that no gap check stops. */
  const broadcastWhole = (current: BoardFeed, electionBefore: string) => {
    if (current.state().electionId !== electionBefore) {
      io.disconnectSockets();
      return;
    }
    for (const unit of current.state().units) {
      const scope = { level: unit.level, code: unit.code };
      if (!io.of('/').adapter.rooms.has(scopeKey(scope))) continue;
      const { version, asOf, checkedAt, rows, schedule, clock } = current.board(scope);
      broadcast({ scope, update: { version, previousVersion: 0, asOf, checkedAt, rows, schedule, clock } });
    }
  };

  let failing = false;
  let listening = false;
  let toldAtMs = 0;
  const tick = async () => {
    try {
      if (!listening) {
        // The driver listens again by itself after the server was away; a nudge lost is no harm.
        await database.connection.listen('board_version', () => pulse.nudge());
        listening = true;
      }
      if (!feed) feed = await openBoardFeed(database.db);
      else {
        const { electionId } = feed.state();
        const news = await feed.refresh();
        if (news === 'reloaded') broadcastWhole(feed, electionId);
        else for (const update of news) broadcast(update);
      }
      if (failing) log.info('reading the board again');
      failing = false;
    } catch (error) {
      if (!failing && !(error instanceof NotFound)) log.error({ err: error }, 'cannot read the board, trying again');
      failing = true;
    }
    if (feed && !closing && Date.now() - toldAtMs >= checkedEveryMs) {
      toldAtMs = Date.now();
      const { version, checkedAt } = feed.state();
      tellAll(io, 'board:checked', { version, checkedAt, staleSince: staleSince(checkedAt, toldAtMs) });
    }
  };
  const pulse = startPulse({
    tick,
    shortestMs: () =>
      Math.min(longestTickMs, Math.max(shortestTickMs, (io.of('/').sockets.size / socketsPerSecond) * 1_000)),
    longestMs: longestTickMs,
  });
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(port, host, resolve));

  return {
    port: (http.address() as AddressInfo).port,
    stop: async () => {
      closing = true;
      io.emit('live:closing', { spreadMs: Math.max(2_000, Math.round(io.of('/').sockets.size)) });
      await pulse.stop();
      await delay(closingGraceMs);
      await io.close();
      http.closeAllConnections();
      await database.close();
    },
  };
}
