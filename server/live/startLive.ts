import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createDatabase } from '#db/client.ts';
import { NotFound } from '#domain/errors.ts';
import { staleSince } from '#domain/freshness.ts';
import type { Log } from '../log.ts';
import { type BoardFeed, openBoardFeed } from './boardFeed.ts';
import { tellAll } from './broadcast.ts';
import { createHttpFiles } from './httpFiles.ts';
import { createLiveFiles } from './liveFiles.ts';
import { createLiveMetrics } from './liveMetrics.ts';
import { attachSockets } from './liveSockets.ts';
import { startPulse } from './pulse.ts';
import { createResultFiles } from './resultFiles.ts';
import { tellNews } from './tellNews.ts';

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
  const results = createResultFiles(database.db);
  const find = createLiveFiles({ feed: () => feed, results, db: database.db });
  const files = createHttpFiles({ feed: () => feed, find, metrics, log, isClosing: () => closing });
  http.on('request', (request, response) => {
    if (!request.url?.startsWith('/live/socket')) void files(request, response);
  });

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
      if (!feed) {
        const opened = await openBoardFeed(database.db);
        await results.open(opened.state().feed.results);
        feed = opened;
      } else {
        const { electionId } = feed.state();
        const news = await feed.refresh();
        // Before anybody is told: the files are in memory when the first page asks. Failing here must not keep figures back.
        await results
          .open(feed.state().feed.results)
          .catch((error: unknown) => log.error({ err: error }, 'cannot read the results, trying again'));
        if (feed.state().electionId !== electionId) io.disconnectSockets();
        else tellNews(io, feed, news, metrics);
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
