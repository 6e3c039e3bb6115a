import { setTimeout as delay } from 'node:timers/promises';
import { Conflict } from '#domain/errors.ts';
import { type DatabaseClient, sql } from '../client.ts';

const pollMs = 200;

export interface CopyProgress {
  tablesReady: number;
  tables: number;
  /** Rows of the tables that are being copied at this moment. */
  rowsCopying: number;
}

export interface WaitOptions {
  subscription: string;
  onProgress: ((progress: CopyProgress) => void) | undefined;
}

/** Resolves when every table has been copied and follows; throws Conflict when copying failed. */
export async function waitForCopy(board: DatabaseClient, { subscription, onProgress }: WaitOptions): Promise<void> {
  const failuresBefore = (await readProgress(board, subscription)).failures;
  for (;;) {
    const { failures, ...progress } = await readProgress(board, subscription);
    onProgress?.(progress);
    if (progress.tables > 0 && progress.tablesReady === progress.tables) return;
    if (failures > failuresBefore) {
      throw new Conflict(
        'copying the events failed; the log of the board’s PostgreSQL says why; run this again once it is mended',
      );
    }
    await delay(pollMs);
  }
}

async function readProgress(board: DatabaseClient, subscription: string): Promise<CopyProgress & { failures: number }> {
  const [row] = await board.db.execute<Record<'ready' | 'tables' | 'rows' | 'failures', number>>(sql`
    select count(*)::int as tables, (count(*) filter (where r.srsubstate = 'r'))::int as ready,
      coalesce((select sum(tuples_processed) from pg_stat_progress_copy where datname = current_database()), 0)::int as rows,
      coalesce((select sync_error_count + apply_error_count from pg_stat_subscription_stats t where t.subid = min(s.oid)), 0)::int as failures
    from pg_subscription s join pg_subscription_rel r on r.srsubid = s.oid
    where s.subname = ${subscription} and s.subdbid = (select oid from pg_database where datname = current_database())
  `);
  return {
    tablesReady: row?.ready ?? 0,
    tables: row?.tables ?? 0,
    rowsCopying: row?.rows ?? 0,
    failures: row?.failures ?? 0,
  };
}
