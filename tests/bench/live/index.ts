import { roleUrl } from '#db/roles.ts';
import { withCluster } from '../benchCluster.ts';
import { openBenchDatabase, readBenchPackage } from '../benchDatabase.ts';
import { currentLoad, describeMachine } from '../machine.ts';
import { elapsedSeconds, judge, printReport, tell } from '../report.ts';
import { startAggregatorProcess } from '../startAggregatorProcess.ts';
import { readLiveOptions } from './liveOptions.ts';
import { measureLevel } from './measureLevel.ts';
import type { LevelFigures } from './summarizeLevel.ts';
import { openVoters } from './voters.ts';

const options = readLiveOptions(process.argv.slice(2));

await withCluster(async (cluster) => {
  const machine = describeMachine(['socket.io', 'socket.io-adapter', 'engine.io', 'ws', 'postgres']);
  const databaseUrl = await openBenchDatabase(cluster, 'live', await readBenchPackage());
  cluster.defer(await startAggregatorProcess(roleUrl(databaseUrl, 'saylau_aggregator')));
  const voters = await openVoters(databaseUrl);
  cluster.defer(voters.close);

  const loadAtStart = currentLoad();
  const levels: LevelFigures[] = [];
  for (const clients of options.sockets) {
    const figures = await measureLevel(clients, { databaseUrl, voters, options });
    const { saylau, ratios } = figures;
    tell(
      `${clients} sockets: p95 ${saylau.lastClientMs.p95} ms, after silence ${saylau.quietLastClientMs.p95} ms, ` +
        `${ratios.deliveriesPerCoreOfRawWs} of raw ws`,
    );
    levels.push(figures);
  }
  const largest = levels.at(-1);
  const of = (sockets: number) => levels.find((level) => level.sockets === sockets);
  printReport({
    benchmark: 'live',
    machine: { ...machine, postgres: cluster.version },
    loadAverage: { atStart: loadAtStart, atEnd: currentLoad() },
    seconds: elapsedSeconds(),
    windowSeconds: options.windowSeconds,
    votesPerSecond: options.votesPerSecond,
    levels,
    aims: [
      judge(
        '≥ 70 % of the deliveries per core of raw ws (most sockets)',
        largest?.ratios.deliveriesPerCoreOfRawWs ?? null,
        (value) => value >= 0.7,
      ),
      judge('p95 ≤ 900 ms at 10,000 sockets', of(10_000)?.saylau.lastClientMs.p95 ?? null, (value) => value <= 900),
      judge('p99 ≤ 250 ms at 100 sockets', of(100)?.saylau.lastClientMs.p99 ?? null, (value) => value <= 250),
      judge(
        'p99 ≤ 250 ms at 100 sockets, single votes after a silence',
        of(100)?.saylau.quietLastClientMs.p99 ?? null,
        (value) => value <= 250,
      ),
      judge(
        '≤ 10 kB of heap a socket (most sockets)',
        largest?.saylau.perSocket.heapBytes ?? null,
        (value) => value <= 10_000,
      ),
    ],
  });
});
