import { tell } from '../report.ts';
import { median } from '../statistics.ts';
import type { HistoryDatabase } from './historyDatabase.ts';
import { timeFold } from './measureFolds.ts';

export interface CatchUpFigures {
  historyRows: number;
  unfoldedRows: number;
  repeats: number;
  rowsPerSecond: number;
}

/** Rows a second when an aggregator comes back to this many unfolded events. */
export async function measureCatchUp(history: HistoryDatabase, rows: number, repeats: number): Promise<CatchUpFigures> {
  const rates: number[] = [];
  for (let round = 0; round < repeats; round += 1) {
    await history.addEvents(rows, 1_000);
    rates.push(rows / ((await timeFold(history, rows)) / 1000));
    tell(`catch-up of ${rows.toLocaleString('en')} rows: ${Math.round(rates.at(-1) ?? 0)} rows/s`);
  }
  return { historyRows: history.rows, unfoldedRows: rows, repeats, rowsPerSecond: Math.round(median(rates)) };
}
