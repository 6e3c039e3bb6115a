import type { DatabaseClient } from '#db/client.ts';
import { releaseDue } from '#db/commands/releaseDue.ts';
import type { Log } from '../log.ts';
import { everyTick } from '../ticks.ts';

/** An edition is public this much after its time, at most, and the time it takes to copy it. */
const tickMs = 50;
const retryMs = 250;

/** Releases what is due until stopped, beside the fold and whatever becomes of that; several may run. Returns its stop. */
export function startReleasing(db: DatabaseClient['db'], log: Log): () => Promise<void> {
  const tick = async (): Promise<number> => {
    try {
      const version = await releaseDue(db);
      if (version !== null) log.info({ version }, 'released');
      return tickMs;
    } catch (error) {
      log.error({ err: error }, 'release failed, trying again');
      return retryMs;
    }
  };
  return everyTick(tick, (error) => log.fatal({ err: error }, 'no release is looked for any more'));
}
