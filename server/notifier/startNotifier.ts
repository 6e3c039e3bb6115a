import { randomUUID } from 'node:crypto';
import type { DatabaseClient } from '#db/client.ts';
import { claimWebhooks } from '#db/webhooks/claimWebhooks.ts';
import { collectEvents } from '#db/webhooks/collectEvents.ts';
import type { Log } from '../log.ts';
import { everyTick } from '../ticks.ts';
import { deliverAll } from './deliver.ts';
import type { PostOptions } from './postMessage.ts';

const tickMs = 1_000;
const retryMs = 3_000;

/**
 * Tells webhooks what is public, until stopped. Each webhook is sent to by itself: there are few, so a slow one delays no other.
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
  const tick = async (): Promise<number> => {
    try {
      const found = await collectEvents(db);
      if (found > 0) log.info({ found }, 'to be told');
      const lease = randomUUID();
      for (const webhookId of await claimWebhooks(db, lease)) deliver(webhookId, lease);
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
