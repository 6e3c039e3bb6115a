import { isZeroFeedStale } from '#db/counting/isZeroFeedStale.ts';
import { getFeed } from '#db/queries/getFeed.ts';
import { getSchedule } from '#db/queries/getSchedule.ts';
import { followWindows } from '#db/vote/openWindow.ts';
import { findRehearsal } from '#db/vote/rehearsal.ts';
import { electionNowMs } from '#domain/electionNow.ts';
import { Conflict } from '#domain/errors.ts';
import { windowsInForce } from '#domain/schedule.ts';
import { publishZeroFeed } from '../counting/zeroFeed.ts';
import type { Log } from '../log.ts';
import { createSigningKey } from '../press/signingKey.ts';
import { everyTick } from '../ticks.ts';
import { followCandidacies } from './followCandidacies.ts';
import { playIncidents } from './playIncidents.ts';
import { playResults } from './playResults.ts';
import { playViolations } from './playViolations.ts';
import { announceBetween, playUntil } from './playVoting.ts';
import type { Rehearsal, RehearsalDatabases, Stepper } from './rehearsal.ts';

const tickMs = 200;
const retryMs = 1_000;
/** Decisions may come by the second of a fast rehearsal; the zero feed is made anew after some of them at once. */
const zeroFeedEveryMs = 10_000;

/** Writes events, makes announcements and counts as the clock passes their moments, until stopped. Returns its stop. */
export function playRehearsal(databases: RehearsalDatabases, rehearsal: Rehearsal, log: Log): () => Promise<void> {
  const { source, signingKey = createSigningKey() } = rehearsal;
  let zeroFeedAtMs = 0;
  let followedSchedule = -1;
  let zeroFeed: Promise<void> | undefined;
  const step: Stepper = (name, work) => {
    log.info({ step: name }, 'playing the results');
    return work(() => {});
  };

  /** Seconds of work, beside the ticks: votes do not wait for it. */
  const putZeroFeed = async () => {
    try {
      await publishZeroFeed(databases.board, signingKey);
    } catch (error) {
      log.error({ err: error }, 'could not put the zero feed out, trying again');
    }
    zeroFeedAtMs = Date.now();
    zeroFeed = undefined;
  };
  const tick = async (): Promise<number> => {
    try {
      // In this order: a load sets the clock back before it starts anew.
      const state = await findRehearsal(databases.vote.db);
      const { clock, scheduleVersion } = await getFeed(databases.board.db);
      const untilMs = electionNowMs(clock, Date.now());
      if (!state || untilMs < state.playedUntilMs) return tickMs;
      if (untilMs > state.playedUntilMs) {
        await announceBetween(databases, source, state.playedUntilMs, untilMs);
        await playUntil(databases.vote, rehearsal, untilMs);
      }
      if (scheduleVersion !== followedSchedule) {
        await followWindows(databases.vote.db, windowsInForce(await getSchedule(databases.board.db)));
        followedSchedule = scheduleVersion;
      }
      await playViolations(databases.board, source.violations, untilMs);
      await followCandidacies(databases);
      await playIncidents(databases.board, source.incidents, untilMs);
      const mayPut = !zeroFeed && Date.now() - zeroFeedAtMs >= zeroFeedEveryMs;
      if (mayPut && (await isZeroFeedStale(databases.board.db))) zeroFeed = putZeroFeed();
      await playResults(databases, { ...rehearsal, signingKey }, untilMs, step);
      return tickMs;
    } catch (error) {
      if (error instanceof Conflict) throw error;
      log.error({ err: error }, 'could not write, trying again');
      return retryMs;
    }
  };
  const stop = everyTick(tick, (error) => {
    log.fatal({ err: error }, 'cannot go on');
    process.exit(1);
  });
  return async () => {
    await stop();
    await zeroFeed;
  };
}
