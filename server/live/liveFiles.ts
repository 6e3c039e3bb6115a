import type { DatabaseClient } from '#db/client.ts';
import { getStatusFile } from '#db/incidents/getStatusFile.ts';
import { listIncidentMarks } from '#db/incidents/listIncidentMarks.ts';
import { getSeries } from '#db/queries/getSeries.ts';
import type { Scope } from '#domain/board.ts';
import { NotFound } from '#domain/errors.ts';
import { staleSince } from '#domain/freshness.ts';
import { toSnapshot } from '#domain/snapshot.ts';
import type { BoardFeed } from './boardFeed.ts';
import { createFileCache, type RenderedFile } from './renderedFiles.ts';
import type { ResultFiles } from './resultFiles.ts';

/** How long a file may say an older `checkedAt` while its figures are the newest. */
const checkedStepMs = 5_000;
const seriesStepMs = 2_000;
const resultsPrefix = '/live/results/';
/** Made anew when anything public of incidents or cases changed. */
const statusFiles = new Map<string, (db: DatabaseClient['db']) => Promise<object>>([
  ['/live/status.json', getStatusFile],
  ['/live/incidents.json', listIncidentMarks],
]);
const filePath = /^\/live\/(?:(board)\.json|(regions|districts|series)\/([A-Z0-9-]{1,48})\.json)$/;

/** So long a file is not looked for again. */
const recentMs = 50;

export interface FoundFile {
  /** For the metrics. */
  kind: string;
  file: RenderedFile;
}

/** Before a package was loaded. */
export class NotStarted extends Error {}

interface Dependencies {
  feed: () => BoardFeed | undefined;
  results: ResultFiles;
  db: DatabaseClient['db'];
}

/** Finds the file of an address below `/live/`. It rejects with NotFound, or with NotStarted. */
export function createLiveFiles({ feed, results, db }: Dependencies): (path: string) => Promise<FoundFile> {
  const cached = createFileCache();

  const findFile = async (path: string): Promise<FoundFile> => {
    const current = feed();
    const readStatus = statusFiles.get(path);
    if (readStatus) {
      if (!current) throw new NotStarted();
      const { electionId, status } = current.state();
      return { kind: 'status', file: await cached(path, `${electionId} ${status.version}`, () => readStatus(db)) };
    }
    const match = filePath.exec(path);
    if (!match) throw new NotFound(path);
    if (!current) throw new NotStarted();
    const [, board, folder, code = ''] = match;
    const state = current.state();
    const now = Date.now();
    if (folder === 'series') {
      if (!state.units.some((unit) => unit.code === code)) throw new NotFound(path);
      const stamp = `${state.electionId} ${Math.floor(now / seriesStepMs)}`;
      return { kind: 'series', file: await cached(path, stamp, () => getSeries(db, code)) };
    }
    const scope = board
      ? countryScope(current)
      : { level: folder === 'regions' ? ('region' as const) : ('district' as const), code };
    if (!state.units.some((unit) => unit.code === scope.code && unit.level === scope.level)) throw new NotFound(path);
    const stale = staleSince(state.checkedAt, now) !== null;
    const stamp = [
      state.version,
      state.feed.scheduleVersion,
      stale,
      Math.floor(now / checkedStepMs),
      JSON.stringify(state.clock),
    ].join(' ');
    const file = await cached(path, stamp, () => toSnapshot(current.board(scope), state.units));
    return { kind: scope.level, file };
  };

  /** What was just found, while it is the same state: a crowd asks for few files. */
  const recent = new Map<string, Promise<FoundFile>>();
  let recentState: object | undefined;
  let recentUntil = 0;
  return async (path: string): Promise<FoundFile> => {
    // In memory, and the edition of now: results are opened after the state that tells of them.
    if (feed() && path.startsWith(resultsPrefix))
      return { kind: 'results', file: await results.find(path.slice(resultsPrefix.length)) };
    const state = feed()?.state();
    const now = performance.now();
    if (state !== recentState || now >= recentUntil) {
      recent.clear();
      recentState = state;
      recentUntil = now + recentMs;
    }
    const known = recent.get(path);
    if (known) return known;
    const found = findFile(path);
    recent.set(path, found);
    found.catch(() => recent.delete(path));
    return found;
  };
}

function countryScope(feed: BoardFeed): Scope {
  const country = feed.state().units.find((unit) => unit.level === 'country');
  if (!country) throw new NotStarted();
  return { level: 'country', code: country.code };
}
