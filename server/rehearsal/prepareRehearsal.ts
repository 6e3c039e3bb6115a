import { setTimeout as delay } from 'node:timers/promises';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { isFolded } from '#db/aggregate/isFolded.ts';
import { sql } from '#db/client.ts';
import { loadElection } from '#db/commands/loadElection.ts';
import { releaseDue } from '#db/commands/releaseDue.ts';
import { isZeroFeedStale } from '#db/counting/isZeroFeedStale.ts';
import { refuseForeignEvents, startRehearsal } from '#db/vote/rehearsal.ts';
import type { EventCounts } from '#db/vote/writeEvents.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { Conflict } from '#domain/errors.ts';
import { publishZeroFeed } from '../counting/zeroFeed.ts';
import { createSigningKey } from '../press/signingKey.ts';
import { clockAt, setClocks } from './clocks.ts';
import { playIncidents } from './playIncidents.ts';
import { playResults } from './playResults.ts';
import { playViolations } from './playViolations.ts';
import { announceBetween, playUntil } from './playVoting.ts';
import { firstCountMs, type Rehearsal, type RehearsalDatabases, type Stepper } from './rehearsal.ts';

const foldTimeoutMs = 60_000;
const withoutShow: Stepper = (_, work) => work(() => {});

/**
 * Empties both databases of the last rehearsal and loads the package as it stood at `atMs` of the election, clock standing.
 * Throws Conflict where the vote database holds events of somebody else.
 */
export async function prepareRehearsal(
  databases: RehearsalDatabases,
  rehearsal: Rehearsal,
  atMs: number,
  tell: (written: number) => void = () => {},
): Promise<EventCounts> {
  const counts = await loadRehearsal(databases, rehearsal, atMs, tell);
  await bringResults(databases, rehearsal, atMs);
  return counts;
}

/** The first part of it: everything but what comes of the votes. The clock stands where the figures last changed. */
export async function loadRehearsal(
  databases: RehearsalDatabases,
  rehearsal: Rehearsal,
  atMs: number,
  tell: (written: number) => void = () => {},
): Promise<EventCounts> {
  const { source, seed } = rehearsal;
  await refuseForeignEvents(databases.vote.db);
  // Before anything is emptied, so that a player that still runs finds nothing to play.
  const beginning = clockAt(firstMomentMs(source), 0);
  await setClocks(databases, beginning);
  await startRehearsal(databases.vote.db, source, seed, firstMomentMs(source));
  await loadElection(databases.board.db, source, { isTest: true, clock: beginning });
  await announceBetween(databases, source, Number.NEGATIVE_INFINITY, Math.min(atMs, firstCountMs(source)));
  await playViolations(databases.board, source.violations, Math.min(atMs, firstCountMs(source)));
  await playIncidents(databases.board, source.incidents, Math.min(atMs, firstCountMs(source)));
  const counts = await playUntil(databases.vote, rehearsal, atMs, tell);
  for (const table of ['"authorization"', 'refusal', 'ballot']) {
    await databases.vote.db.execute(sql.raw(`analyze vote.${table}`));
  }
  await setClocks(databases, clockAt(Math.min(atMs, lastMomentMs(source)), 0));
  return counts;
}

/**
 * The second: each moment of the results before `atMs`, with the clock standing at it. The zero feed stands before the first count;
 * until then the player puts it out, so that nobody waits for it.
 */
export async function bringResults(
  databases: RehearsalDatabases,
  rehearsal: Rehearsal,
  atMs: number,
  step: Stepper = withoutShow,
): Promise<void> {
  const { source, signingKey = createSigningKey() } = rehearsal;
  let fromMs = Math.min(atMs, firstCountMs(source));
  await setClocks(databases, clockAt(fromMs, 0));
  if (fromMs < atMs) {
    if (await isZeroFeedStale(databases.board.db)) {
      await step('zero feed', () => publishZeroFeed(databases.board, signingKey));
    }
    await foldAll(databases);
  }
  for (const moment of listMoments(source).filter((ms) => ms < atMs)) {
    await announceBetween(databases, source, fromMs, moment + 1);
    fromMs = moment + 1;
    await setClocks(databases, clockAt(moment, 0));
    await playResults(databases, { ...rehearsal, signingKey }, moment, step);
    await releaseDue(databases.board.db);
  }
  await announceBetween(databases, source, fromMs, atMs);
  await setClocks(databases, clockAt(atMs, 0));
  await playViolations(databases.board, source.violations, atMs);
  await playIncidents(databases.board, source.incidents, atMs);
}

/** When something happens to the results, in order: counts, approvals, publication times, and decisions after the first count. */
function listMoments(source: ElectionPackage): number[] {
  const { results, publications } = source.election;
  const moments = [
    ...(results?.editions ?? []).flatMap(({ countedAt, approvals }) => [countedAt, ...approvals.map(({ at }) => at)]),
    ...publications.flatMap(({ publishAt, announcedAt }) => [publishAt, announcedAt]),
    ...source.candidacyChanges.map(({ announcedAt }) => announcedAt),
  ].map((text) => Date.parse(text));
  return [...new Set(moments)].filter((ms) => ms >= firstCountMs(source)).sort((a, b) => a - b);
}

/** Throws Conflict where the votes do not reach the board. */
async function foldAll({ vote, board }: RehearsalDatabases): Promise<void> {
  const deadline = Date.now() + foldTimeoutMs;
  for (;;) {
    await foldTurnout(board.db);
    if (await isFolded({ vote: vote.db, board: board.db })) return;
    if (Date.now() > deadline) throw new Conflict('the votes do not reach the board: is its subscription running?');
    await delay(200);
  }
}

function firstMomentMs(source: ElectionPackage): number {
  return source.turnout.reduce(
    (first, place) => Math.min(first, place.momentsMs[0] ?? first),
    Number.POSITIVE_INFINITY,
  );
}

function lastMomentMs(source: ElectionPackage): number {
  return source.turnout.reduce(
    (last, place) => Math.max(last, place.momentsMs.at(-1) ?? last),
    Number.NEGATIVE_INFINITY,
  );
}
