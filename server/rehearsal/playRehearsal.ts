import { getFeed } from '#db/queries/getFeed.ts';
import { findRehearsal } from '#db/vote/rehearsal.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { Conflict } from '#domain/errors.ts';
import type { Log } from '../log.ts';
import { everyTick } from '../ticks.ts';
import { announceBetween, playUntil, type Rehearsal, type RehearsalDatabases } from './prepareRehearsal.ts';

const tickMs = 200;
const retryMs = 1_000;

/** Writes events and makes announcements as the clock passes them, until stopped. Returns its stop. */
export function playRehearsal(databases: RehearsalDatabases, rehearsal: Rehearsal, log: Log): () => Promise<void> {
  const tick = async (): Promise<number> => {
    try {
      // In this order: a load sets the clock back before it starts anew.
      const state = await findRehearsal(databases.vote.db);
      const { clock } = await getFeed(databases.board.db);
      const untilMs = electionNowMs(clock, Date.now());
      if (state && untilMs > state.playedUntilMs) {
        await announceBetween(databases, rehearsal.source, state.playedUntilMs, untilMs);
        await playUntil(databases.vote, rehearsal, untilMs);
      }
      return tickMs;
    } catch (error) {
      if (error instanceof Conflict) throw error;
      log.error({ err: error }, 'could not write, trying again');
      return retryMs;
    }
  };
  return everyTick(tick, (error) => {
    log.fatal({ err: error }, 'cannot go on');
    process.exit(1);
  });
}
