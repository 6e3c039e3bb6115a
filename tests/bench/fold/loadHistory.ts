import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { tell } from '../report.ts';
import type { HistoryDatabase } from './historyDatabase.ts';
import { recountPeers } from './recountPeers.ts';

export interface LoadedHistory {
  rows: number;
  loadSeconds: number;
  /** Rows a second of the first fold, which counts the whole history. */
  firstFoldRowsPerSecond: number;
}

/** Writes the history, folds it once and leaves the tables vacuumed and analysed, as after days of voting. */
export async function loadHistory(history: HistoryDatabase): Promise<LoadedHistory> {
  const { rows, owner, fold } = history;
  tell(`${rows.toLocaleString('en')} rows of history: writing`);
  const startedAt = performance.now();
  await history.addEvents(rows, 5_000);
  const loadedAt = performance.now();
  const folded = await foldTurnout(fold.db);
  const foldedAt = performance.now();
  if (folded.outcome !== 'folded' || folded.events !== rows)
    throw new Error(`the history was not folded: ${JSON.stringify(folded)}`);
  await owner.connection.unsafe('vacuum analyze').simple();
  await owner.connection.unsafe(recountPeers.refresh).simple();
  const loadSeconds = (loadedAt - startedAt) / 1000;
  const firstFoldRowsPerSecond = Math.round(rows / ((foldedAt - loadedAt) / 1000));
  tell(
    `${rows.toLocaleString('en')} rows: written in ${loadSeconds.toFixed(1)} s, folded at ${firstFoldRowsPerSecond} rows/s`,
  );
  return { rows, loadSeconds: Math.round(loadSeconds * 10) / 10, firstFoldRowsPerSecond };
}
