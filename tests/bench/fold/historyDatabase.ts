import { createDatabase, type DatabaseClient, sql } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { createFoldDatabase } from '#server/aggregator/startAggregator.ts';
import type { BenchCluster } from '../benchCluster.ts';
import { openBenchDatabase } from '../benchDatabase.ts';
import { recountPeers } from './recountPeers.ts';

export interface HistoryDatabase {
  rows: number;
  url: string;
  owner: DatabaseClient;
  /** The pool an aggregator folds with. */
  fold: DatabaseClient;
  /** Commits this many new events, a few in a transaction; they lie after all before. */
  addEvents(events: number, perTransaction: number): Promise<void>;
}

export async function openHistory(
  cluster: BenchCluster,
  rows: number,
  source: ElectionPackage,
): Promise<HistoryDatabase> {
  const url = await openBenchDatabase(cluster, `history_${rows}`, source);
  const owner = createDatabase(url, {
    applicationName: 'saylau-bench',
    maxConnections: 1,
    settings: { synchronous_commit: 'off' },
  });
  const fold = createFoldDatabase(roleUrl(url, 'saylau_aggregator'));
  cluster.defer(() => owner.close());
  cluster.defer(() => fold.close());
  // More events than the country has voters: no district may break an invariant by it.
  await owner.db.execute(sql`update board.unit set eligible = 100000000 where level = 'district'`);
  await owner.connection.unsafe(eventsProcedure).simple();
  await owner.connection.unsafe(recountPeers.schema).simple();
  let events = 0;
  return {
    rows,
    url,
    owner,
    fold,
    addEvents: async (count, perTransaction) => {
      await owner.connection.unsafe(`call bench.add_events(${events}, ${count}, ${perTransaction}, ${rows})`).simple();
      // Voters' commits wait for the disk; the load's do not, so the log is flushed before anything is timed.
      await owner.db.execute(sql`select pg_logical_emit_message(false, 'bench', '', true)`);
      events += count;
    },
  };
}

/**
 * Of 20 events in a row 11 are authorizations, 7 online ballots, 1 paper ballot and 1 refusal, each of another district;
 * the history covers the 86 hours of the primaries, and what comes after it lies in the minutes after them, 4,000 a minute.
 */
const eventsProcedure = `
create schema bench;
create table bench.district as
  select row_number() over (order by position) - 1 as position, code from board.unit where level = 'district';
alter table bench.district add primary key (position);
create table bench.kind (position integer primary key, kind text not null);
insert into bench.kind select ordinality - 1, kind
  from string_to_table('A,B,A,A,B,A,R,A,B,A,A,B,P,A,B,A,B,A,B,A', ',') with ordinality as t (kind, ordinality);
create procedure bench.add_events(first bigint, events bigint, per_transaction bigint, history bigint) language plpgsql as $$
declare done bigint := 0;
begin
  while done < events loop
    create temporary table if not exists batch (kind text, code text, occurred_at timestamptz);
    truncate batch;
    insert into batch
    select k.kind, d.code, timestamptz '2020-10-01 00:00+06' + case when n < history then interval '86 hours' * (n::float8 / history)
      else interval '86 hours' + interval '1 minute' * ((n - history) / 4000) end
    from generate_series(first + done, first + least(done + per_transaction, events) - 1) n
    join bench.district d on d.position = n % (select count(*) from bench.district)
    join bench.kind k on k.position = (n + 2 * (n / (select count(*) from bench.district))) % 20;
    insert into vote."authorization" (district_code, channel, occurred_at)
    select code, 'online', occurred_at from batch where kind = 'A';
    insert into vote.ballot (district_code, channel, occurred_at)
    select code, case kind when 'P' then 'paper' else 'online' end, occurred_at from batch where kind in ('B', 'P');
    insert into vote.refusal (district_code, channel, reason, occurred_at)
    select code, 'online', 'iin_used', occurred_at from batch where kind = 'R';
    done := done + per_transaction;
    commit;
  end loop;
end $$;`;
