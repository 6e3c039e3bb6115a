import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { tell } from '../report.ts';
import { median, percentile, significant } from '../statistics.ts';
import type { HistoryDatabase } from './historyDatabase.ts';
import { recountPeers } from './recountPeers.ts';

const newEvents = 1_000;

export interface FoldFigures {
  rows: number;
  repeats: number;
  foldMs: number;
  foldP95Ms: number;
  recountRepeats: number;
  groupByMs: number;
  /** The same of all counters that the fold keeps, measured once. */
  groupByAllMs: number;
  refreshMs: number;
  /** How many times faster the fold is. */
  fasterThanGroupBy: number;
  fasterThanGroupByAll: number;
  fasterThanRefresh: number;
}

/** Folds 1,000 new events, and recounts everything, at each size in turn: a slow moment of the machine strikes them all. */
export async function measureFolds(
  histories: readonly HistoryDatabase[],
  repeats: number,
  recountRepeats: number,
): Promise<FoldFigures[]> {
  const measured = histories.map((history) => ({
    history,
    fold: [] as number[],
    groupBy: [] as number[],
    groupByAll: [] as number[],
    refresh: [] as number[],
  }));
  await histories[0]?.owner.connection.unsafe('checkpoint').simple();
  // One round to warm up: plans, caches, the first touch of each page after the vacuum.
  for (let round = -1; round < repeats; round += 1) {
    for (const { history, fold } of rotate(measured, round + 1)) {
      await history.addEvents(newEvents, 10);
      const ms = await timeFold(history, newEvents);
      if (round >= 0) fold.push(ms);
    }
  }
  tell(
    `folds of ${newEvents} events: ${measured.map(({ history, fold }) => `${history.rows}: ${median(fold).toFixed(1)} ms`).join(', ')}`,
  );
  for (let round = 0; round < recountRepeats; round += 1) {
    for (const { history, groupBy, groupByAll, refresh } of rotate(measured, round)) {
      groupBy.push(await timeQuery(history, recountPeers.groupBy));
      refresh.push(await timeQuery(history, recountPeers.refresh));
      if (round === 0) groupByAll.push(await timeQuery(history, recountPeers.groupByAll));
    }
  }
  tell(
    `GROUP BY: ${measured.map(({ history, groupBy }) => `${history.rows}: ${median(groupBy).toFixed(0)} ms`).join(', ')}`,
  );
  return measured.map(({ history, fold, groupBy, groupByAll, refresh }) => ({
    rows: history.rows,
    repeats,
    foldMs: significant(median(fold)),
    foldP95Ms: significant(percentile(fold, 0.95)),
    recountRepeats,
    groupByMs: significant(median(groupBy)),
    groupByAllMs: significant(median(groupByAll)),
    refreshMs: significant(median(refresh)),
    fasterThanGroupBy: significant(median(groupBy) / median(fold)),
    fasterThanGroupByAll: significant(median(groupByAll) / median(fold)),
    fasterThanRefresh: significant(median(refresh) / median(fold)),
  }));
}

function rotate<T>(values: readonly T[], by: number): T[] {
  const start = values.length === 0 ? 0 : by % values.length;
  return [...values.slice(start), ...values.slice(0, start)];
}

/** ms from the call to the commit, as an aggregator sees it. */
export async function timeFold(history: HistoryDatabase, expected: number): Promise<number> {
  const startedAt = performance.now();
  const folded = await foldTurnout(history.fold.db);
  const ms = performance.now() - startedAt;
  if (folded.outcome !== 'folded' || folded.events !== expected)
    throw new Error(`expected ${expected} events, folded ${JSON.stringify(folded)}`);
  return ms;
}

async function timeQuery(history: HistoryDatabase, query: string): Promise<number> {
  const startedAt = performance.now();
  await history.owner.connection.unsafe(query);
  return performance.now() - startedAt;
}
