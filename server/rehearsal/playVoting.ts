import type { DatabaseClient } from '#db/client.ts';
import { announcePublication, announceWindow } from '#db/commands/announce.ts';
import { announceCandidacyChange } from '#db/commands/announceCandidacyChange.ts';
import { applyCandidacyChange } from '#db/vote/applyCandidacyChange.ts';
import { openVotingWindow } from '#db/vote/openWindow.ts';
import { findRehearsal } from '#db/vote/rehearsal.ts';
import { type EventCounts, writeEvents } from '#db/vote/writeEvents.ts';
import { listVotingEvents } from '#domain/courseOfVoting.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { Conflict } from '#domain/errors.ts';
import type { Rehearsal, RehearsalDatabases } from './rehearsal.ts';

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

/** Makes the package's announcements and decisions in [fromMs, untilMs) as the leadership and the commissions would. */
export async function announceBetween(
  databases: RehearsalDatabases,
  { election, candidacyChanges }: ElectionPackage,
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
  for (const { candidacyId, ...decision } of candidacyChanges.filter(due)) {
    await applyCandidacyChange(databases.vote.db, candidacyId, decision.status);
    await announceCandidacyChange(databases.board.db, candidacyId, decision);
  }
}
