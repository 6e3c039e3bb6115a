import { type DatabaseClient, sql } from '#db/client.ts';
import { announcePublication, announceWindow } from '#db/commands/announce.ts';
import { loadElection } from '#db/commands/loadElection.ts';
import { setBoardClock, setVoteClock } from '#db/commands/setClock.ts';
import { openVotingWindow } from '#db/vote/openWindow.ts';
import { findRehearsal, refuseForeignEvents, startRehearsal } from '#db/vote/rehearsal.ts';
import { type EventCounts, writeEvents } from '#db/vote/writeEvents.ts';
import type { ElectionClock } from '#domain/clock.ts';
import { listVotingEvents } from '#domain/courseOfVoting.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { Conflict } from '#domain/errors.ts';

/** The two databases a rehearsal writes to, as their owners; often one. */
export interface RehearsalDatabases {
  vote: DatabaseClient;
  board: DatabaseClient;
}

export interface Rehearsal {
  source: ElectionPackage;
  seed: number;
}

/** Real votes may be near: a rehearsal never starts when the environment says so. Throws Conflict. */
export function refuseLiveMode(mode: 'live' | 'rehearsal'): void {
  if (mode === 'live') throw new Conflict('ELECTION_MODE is live: a rehearsal never runs beside a real election');
}

/**
 * Empties both databases of the last rehearsal and loads the package as it stood at `atMs` of the election, clock standing.
 * Throws Conflict where the vote database holds events of somebody else.
 */
export async function prepareRehearsal(
  databases: RehearsalDatabases,
  { source, seed }: Rehearsal,
  atMs: number,
  tell: (written: number) => void = () => {},
): Promise<EventCounts> {
  await refuseForeignEvents(databases.vote.db);
  // Before anything is emptied, so that a player that still runs finds nothing to play.
  const beginning = clockAt(firstMomentMs(source), 0);
  await setClocks(databases, beginning);
  await startRehearsal(databases.vote.db, source, seed, firstMomentMs(source));
  await loadElection(databases.board.db, source, { isTest: true, clock: beginning });
  await announceBetween(databases, source, Number.NEGATIVE_INFINITY, atMs);
  const counts = await playUntil(databases.vote, { source, seed }, atMs, tell);
  for (const table of ['"authorization"', 'refusal', 'ballot']) {
    await databases.vote.db.execute(sql.raw(`analyze vote.${table}`));
  }
  await setClocks(databases, clockAt(atMs, 0));
  return counts;
}

/** The rehearsal's clock from now on: at `atMs` of the election, `speed` election seconds a second. */
export function clockAt(atMs: number, speed: number): ElectionClock {
  return {
    mode: 'rehearsal',
    originReal: new Date().toISOString(),
    originElection: new Date(atMs).toISOString(),
    speed,
  };
}

export async function setClocks(databases: RehearsalDatabases, clock: ElectionClock): Promise<void> {
  await setVoteClock(databases.vote.db, clock);
  await setBoardClock(databases.board.db, clock);
}

/** Writes every event of the package before `moment` (epoch ms) that is not written yet. */
export async function playUntil(
  vote: DatabaseClient,
  { source, seed }: Rehearsal,
  moment: number,
  tell: (written: number) => void = () => {},
): Promise<EventCounts> {
  const state = await findRehearsal(vote.db);
  if (!state || state.packageId !== source.election.id || state.seed !== seed) {
    throw new Conflict('the vote database does not hold this rehearsal: start it anew');
  }
  const fromMs = state.playedUntilMs;
  // Whole ms, as it is kept: a fraction would be played by this step and by the next.
  const untilMs = Math.max(fromMs, Math.floor(moment));
  return writeEvents(
    vote.connection,
    { fromMs, untilMs },
    function* (kind) {
      for (const place of source.turnout) {
        for (const event of listVotingEvents(place, seed, fromMs, untilMs)) if (event.kind === kind) yield event;
      }
    },
    tell,
  );
}

/** Makes the announcements of the package in [fromMs, untilMs) as the leadership would. */
export async function announceBetween(
  databases: RehearsalDatabases,
  { election }: ElectionPackage,
  fromMs: number,
  untilMs: number,
): Promise<void> {
  const due = ({ announcedAt }: { announcedAt: string }) =>
    Date.parse(announcedAt) >= fromMs && Date.parse(announcedAt) < untilMs;
  for (const change of election.windows.filter(due)) {
    await openVotingWindow(databases.vote.db, change);
    await announceWindow(databases.board.db, change);
  }
  for (const change of election.publications.filter(due)) await announcePublication(databases.board.db, change);
}

function firstMomentMs(source: ElectionPackage): number {
  return source.turnout.reduce(
    (first, place) => Math.min(first, place.momentsMs[0] ?? first),
    Number.POSITIVE_INFINITY,
  );
}
