import { randomUUID } from 'node:crypto';
import type { DatabaseClient } from '#db/client.ts';
import { claimWebhooks } from '#db/webhooks/claimWebhooks.ts';
import { collectEvents } from '#db/webhooks/collectEvents.ts';
import { pruneLog } from '#db/webhooks/pruneLog.ts';
import type { Log } from '../log.ts';
import { everyTick } from '../ticks.ts';
import { deliverAll } from './deliver.ts';
import type { PostOptions } from './postMessage.ts';

const tickMs = 1_000;
const retryMs = 3_000;
/** How often the log is pruned, once there is nothing left to prune. */
const pruneMs = 10 * 60_000;

/**
 * Tells webhooks what is public and prunes their log, until stopped. Each webhook is sent to by itself: there are few, so a slow one delays no other.
 * Returns its stop, which waits for what is under way.
 */
export function startNotifier(db: DatabaseClient['db'], log: Log, options: PostOptions): () => Promise<void> {
  const underway = new Set<Promise<void>>();
  let isStopped = false;
  const deliver = (webhookId: number, lease: string) => {
    const work = deliverAll(db, { ...options, webhookId, lease }, () => isStopped)
      .catch((error: unknown) => log.error({ err: error, webhookId }, 'could not send, trying again'))
      .finally(() => underway.delete(work));
    underway.add(work);
  };
  let pruneAtMs = 0;
  const prune = async () => {
    if (performance.now() < pruneAtMs) return;
    // Also where it fails: it can wait, and what is to be told cannot.
    pruneAtMs = performance.now() + pruneMs;
    const forgotten = await pruneLog(db);
    if (forgotten === 0) return;
    log.info({ forgotten }, 'forgotten');
    pruneAtMs = 0;
  };
  const tick = async (): Promise<number> => {
    try {
      const found = await collectEvents(db);
      if (found > 0) log.info({ found }, 'to be told');
      const lease = randomUUID();
      for (const webhookId of await claimWebhooks(db, lease)) deliver(webhookId, lease);
      await prune();
      return tickMs;
    } catch (error) {
      log.error({ err: error }, 'could not look, trying again');
      return retryMs;
    }
  };
  const stop = everyTick(tick, (error) => log.fatal({ err: error }, 'nothing is told any more'));
  return async () => {
    isStopped = true;
    await stop();
    await Promise.all(underway);
  };
}
