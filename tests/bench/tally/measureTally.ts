import { createDatabase, type DatabaseClient, sql } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import { tallyBallots } from '#db/vote/tallyBallots.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import type { BenchCluster } from '../benchCluster.ts';
import { tell } from '../report.ts';

export interface TallyFigures {
  protocols: Protocol[];
  tallySeconds: number[];
  groupBySeconds: number[];
  /** Candidacies whose votes the two do not give alike. */
  differences: number;
}

/** The tally and a plain GROUP BY of the same rows by the same role, in turns: a slow moment of the machine strikes both. */
export async function measureTally(cluster: BenchCluster, url: string, repeats: number): Promise<TallyFigures> {
  const counting = createDatabase(roleUrl(url, 'saylau_counting'), {
    applicationName: 'saylau-bench',
    maxConnections: 1,
  });
  cluster.defer(() => counting.close());
  const tally = await timed(() => tallyBallots(counting.db));
  const plain = await timed(() => groupPlainly(counting));
  tell(`warmed up: tally ${tally.seconds.toFixed(2)} s, GROUP BY ${plain.seconds.toFixed(2)} s`);
  const tallySeconds: number[] = [];
  const groupBySeconds: number[] = [];
  for (let round = 0; round < repeats; round += 1) {
    tallySeconds.push((await timed(() => tallyBallots(counting.db))).seconds);
    groupBySeconds.push((await timed(() => groupPlainly(counting))).seconds);
    tell(
      `round ${round + 1}: tally ${tallySeconds.at(-1)?.toFixed(2)} s, GROUP BY ${groupBySeconds.at(-1)?.toFixed(2)} s`,
    );
  }
  return {
    protocols: tally.result,
    tallySeconds,
    groupBySeconds,
    differences: countDifferences(sumVotes(tally.result), plain.result),
  };
}

async function groupPlainly({ db }: DatabaseClient): Promise<Map<string, number>> {
  const rows = await db.execute<{ candidacy_id: string; votes: number }>(sql`
    select contest_id, candidacy_id, count(*)::int as votes from vote.ballot_choice group by contest_id, candidacy_id`);
  return new Map(rows.map((row) => [row.candidacy_id, row.votes]));
}

/** Over all districts, by candidacy. */
export function sumVotes(protocols: readonly Protocol[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { votes } of protocols) for (const [id, count] of votes) sums.set(id, (sums.get(id) ?? 0) + count);
  return sums;
}

function countDifferences(sums: ReadonlyMap<string, number>, plain: ReadonlyMap<string, number>): number {
  const ids = new Set([...sums.keys(), ...plain.keys()]);
  return [...ids].filter((id) => (sums.get(id) ?? 0) !== (plain.get(id) ?? 0)).length;
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const startedAt = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - startedAt) / 1000 };
}
