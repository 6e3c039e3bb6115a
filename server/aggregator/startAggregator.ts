import { guardSnapshot, markChecked } from '#db/aggregate/checkpoint.ts';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { createDatabase, type DatabaseClient } from '#db/client.ts';
import { Conflict } from '#domain/errors.ts';
import type { Log } from '../log.ts';
import { everyTick } from '../ticks.ts';

const shortestTickMs = 25;
const longestTickMs = 250;
/** How often a fold that found nothing says that it looked. */
const checkMs = 1_000;
const retryMs = 500;

/** The fold's own pool: a frozen aggregator is ended by the server, and the plan always goes by the newest snapshot. */
export function createFoldDatabase(url: string): DatabaseClient {
  return createDatabase(url, {
    applicationName: 'saylau-aggregator',
    maxConnections: 2,
    settings: {
      idle_in_transaction_session_timeout: '2s',
      plan_cache_mode: 'force_custom_plan',
      jit: 'off',
      enable_seqscan: 'off',
    },
  });
}

/** Folds what is new until stopped; several may run, one folds at a time. Returns its stop. Throws Conflict on a restored database. */
export async function startAggregator(db: DatabaseClient['db'], log: Log): Promise<() => Promise<void>> {
  await guardSnapshot(db);
  let tickMs = shortestTickMs;
  let checkedAtMs = 0;

  const tick = async (): Promise<number> => {
    try {
      const fold = await foldTurnout(db);
      if (fold.outcome === 'folded') {
        log.debug(fold, 'folded');
        checkedAtMs = Date.now();
        tickMs = shortestTickMs;
        return tickMs;
      }
      tickMs = Math.min(longestTickMs, tickMs * 1.5);
      if (fold.outcome === 'unchanged' && Date.now() - checkedAtMs >= checkMs) {
        await guardSnapshot(db);
        await markChecked(db);
        checkedAtMs = Date.now();
      }
      return tickMs;
    } catch (error) {
      if (error instanceof Conflict) throw error;
      log.error({ err: error }, 'fold failed, trying again');
      return retryMs;
    }
  };
  return everyTick(tick, (error) => {
    log.fatal({ err: error }, 'cannot go on');
    process.exit(1);
  });
}
