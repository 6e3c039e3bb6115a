import { scopeKey } from '#domain/board.ts';
import type { BoardFeed, BoardNews, ScopeUpdate } from './boardFeed.ts';
import { tellAll, tellRoom } from './broadcast.ts';
import type { LiveMetrics } from './liveMetrics.ts';
import type { LiveSockets } from './liveSockets.ts';

/** So many pages fetch the results of a release in a second; more of them take longer, up to `longestSpreadMs`. */
const pagesPerSecond = 10_000;
const longestSpreadMs = 20_000;

/** Over how long `sockets` pages fetch what was released (ms). */
export function releaseSpreadMs(sockets: number): number {
  return Math.min(longestSpreadMs, Math.floor((sockets / pagesPerSecond) * 1_000));
}

/** Tells each scope in use what changed in it, and everybody what was released and what became of incidents. */
export function tellNews(io: LiveSockets, feed: BoardFeed, news: BoardNews, metrics: LiveMetrics): void {
  const tellScope = ({ scope, update }: ScopeUpdate) => {
    const room = scopeKey(scope);
    const watchers = io.of('/').adapter.rooms.get(room)?.size ?? 0;
    if (watchers === 0) return;
    metrics.updates.inc();
    metrics.deliveries.inc(watchers);
    tellRoom(io, room, 'board:changed', update);
  };
  for (const update of news.isReloaded ? wholeBoards(io, feed, news) : news.updates) tellScope(update);
  // After the updates of the same version, which would be ignored behind them.
  const { version } = feed.state();
  const spreadMs = releaseSpreadMs(io.of('/').sockets.size);
  const told = { version, previousVersion: news.previousVersion, spreadMs };
  if (news.release) tellAll(io, 'results:released', { ...told, release: news.release });
  if (news.status) tellAll(io, 'status:changed', { ...told, status: news.status });
}

/** Each scope in use with its whole board, as an update that no gap check stops. */
function wholeBoards(io: LiveSockets, feed: BoardFeed, news: BoardNews): ScopeUpdate[] {
  return feed
    .state()
    .units.map((unit) => ({ level: unit.level, code: unit.code }))
    .filter((scope) => io.of('/').adapter.rooms.has(scopeKey(scope)))
    .map((scope) => {
      const { version, asOf, checkedAt, rows, schedule, clock, release, status } = feed.board(scope);
      const update = { version, previousVersion: 0, asOf, checkedAt, rows, schedule, clock, status };
      // What is new is told to all at once, with the time over which to fetch it.
      return { scope, update: news.release ? update : { ...update, release } };
    });
}
