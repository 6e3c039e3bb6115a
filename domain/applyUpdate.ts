import type { Board, BoardRow, BoardUpdate } from './board.ts';

/** The board with the update in it; itself where the update is old; `gap` where one was missed. */
export function applyUpdate(board: Board, update: BoardUpdate): Board | 'gap' {
  if (update.version <= board.version) return board;
  if (update.previousVersion > board.version) return 'gap';
  return {
    ...board,
    version: update.version,
    asOf: update.asOf,
    checkedAt: update.checkedAt,
    staleSince: null,
    schedule: update.schedule ?? board.schedule,
    clock: update.clock ?? board.clock,
    rows: mergeRows(board.rows, update.rows),
  };
}

function mergeRows(rows: readonly BoardRow[], changed: readonly BoardRow[]): BoardRow[] {
  const byCode = new Map(changed.map((row) => [row.code, row]));
  return rows.map((row) => byCode.get(row.code) ?? row);
}
