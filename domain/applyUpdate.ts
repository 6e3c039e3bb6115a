import type { Board, BoardRow, BoardUpdate } from './board.ts';
import type { ResultsReleased, StatusChanged } from './events.ts';

/** The board with the update in it; itself where the update is old; `gap` where one was missed. */
export function applyUpdate(board: Board, update: BoardUpdate): Board | 'gap' {
  if (update.version <= board.version) return board;
  if (update.previousVersion > board.version) return 'gap';
  const release = update.release === undefined ? board.release : update.release;
  return {
    ...board,
    version: update.version,
    asOf: update.asOf,
    checkedAt: update.checkedAt,
    staleSince: null,
    schedule: update.schedule ?? board.schedule,
    clock: update.clock ?? board.clock,
    release,
    status: update.status ?? board.status,
    phase: release ? 'published' : board.phase,
    rows: mergeRows(board.rows, update.rows),
  };
}

/**
 * The board with the release in it, which counts whatever its version: an edition is absolute. Its version grows only where
 * nothing was missed; `isGap` says that something was.
 */
export function applyRelease(board: Board, told: ResultsReleased): { board: Board; isGap: boolean } {
  const isNewer = told.release.edition > (board.release?.edition ?? 0);
  const released: Board = isNewer ? { ...board, release: told.release, phase: 'published' } : board;
  if (told.version <= board.version) return { board: released, isGap: false };
  if (told.previousVersion > board.version) return { board: released, isGap: true };
  return { board: { ...released, version: told.version }, isGap: false };
}

/** The board with the incidents as they are now, which count whatever its version; `isGap` as for a release. */
export function applyStatus(board: Board, told: StatusChanged): { board: Board; isGap: boolean } {
  const changed: Board = told.status.version > board.status.version ? { ...board, status: told.status } : board;
  if (told.version <= board.version) return { board: changed, isGap: false };
  if (told.previousVersion > board.version) return { board: changed, isGap: true };
  return { board: { ...changed, version: told.version }, isGap: false };
}

function mergeRows(rows: readonly BoardRow[], changed: readonly BoardRow[]): BoardRow[] {
  const byCode = new Map(changed.map((row) => [row.code, row]));
  return rows.map((row) => byCode.get(row.code) ?? row);
}
