import { createDatabase, type DatabaseClient } from '#db/client.ts';
import { announceCandidacyChange } from '#db/commands/announceCandidacyChange.ts';
import { markBallots } from '#db/vote/markBallots.ts';
import { openVotingWindow } from '#db/vote/openWindow.ts';
import { startRehearsal } from '#db/vote/rehearsal.ts';
import { writeEvents } from '#db/vote/writeEvents.ts';
import { listVotingEvents } from '#domain/courseOfVoting.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { votingSpan } from '#domain/phase.ts';
import type { BenchCluster } from '../benchCluster.ts';
import { openBenchDatabase } from '../benchDatabase.ts';
import { tell } from '../report.ts';

export interface LoadedBallots {
  url: string;
  owner: DatabaseClient;
  ballots: number;
  marks: number;
  markSeconds: number;
}

const seed = 2020;

/** The package's election after the close: every ballot with its marks, every decision announced, tables vacuumed and analysed. */
export async function loadBallots(cluster: BenchCluster, source: ElectionPackage): Promise<LoadedBallots> {
  const url = await openBenchDatabase(cluster, 'tally', source);
  const owner = createDatabase(url, { applicationName: 'saylau-bench', maxConnections: 1 });
  cluster.defer(() => owner.close());
  const span = votingSpan(source.election);
  if (!span) throw new Error('the package announces no voting');
  const { opensAtMs: fromMs, closesAtMs: untilMs } = span;
  await startRehearsal(owner.db, source, seed, fromMs);
  for (const change of source.election.windows) await openVotingWindow(owner.db, change);
  for (const { candidacyId, ...decision } of source.candidacyChanges)
    await announceCandidacyChange(owner.db, candidacyId, decision);
  await writeEvents(owner.connection, { fromMs, untilMs }, function* (kind) {
    if (kind !== 'ballot') return;
    for (const place of source.turnout)
      for (const event of listVotingEvents(place, seed, fromMs, untilMs)) if (event.kind === kind) yield event;
  });
  const startedAt = performance.now();
  const { ballots, marks } = await markBallots(owner, source, seed);
  const markSeconds = Math.round((performance.now() - startedAt) / 100) / 10;
  tell(`${ballots.toLocaleString('en')} ballots, ${marks.toLocaleString('en')} marks in ${markSeconds} s`);
  await owner.connection.unsafe('vacuum analyze').simple();
  await owner.connection.unsafe('checkpoint').simple();
  return { url, owner, ballots, marks, markSeconds };
}
