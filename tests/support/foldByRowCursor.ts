import { type DatabaseClient, sql } from '#db/client.ts';

/**
 * The fold that looks right and is not: ballots and authorizations with a number above the highest seen. A row whose
 * transaction commits after a higher number was seen is never counted. Only the ledger's test uses it.
 */
export async function foldByRowCursor(db: DatabaseClient['db']): Promise<void> {
  await db.transaction(
    async (tx) => {
      await tx.execute(
        sql`create table if not exists board.row_cursor (source text primary key, last_id bigint not null)`,
      );
      for (const [table, column] of [
        ['vote.ballot', 'voted'],
        ['vote."authorization"', 'authorized'],
      ] as const) {
        const others = ['voted', 'authorized', 'refused'].filter((figure) => figure !== column);
        await tx.execute(sql`
        with seen as (select coalesce((select last_id from board.row_cursor where source = ${table}), 0) as last_id),
        fresh as materialized (select id, district_code, channel from ${sql.raw(table)}, seen where id > seen.last_id),
        moved as (
          insert into board.row_cursor select ${table}, max(id) from fresh having count(*) > 0
          on conflict (source) do update set last_id = excluded.last_id
        )
        insert into board.turnout (district_code, channel, ${sql.raw(column)}, ${sql.raw(others.join(', '))}, version)
        select district_code, channel, count(*), 0, 0, 1 from fresh group by 1, 2
        on conflict (district_code, channel) do update set
          ${sql.raw(column)} = turnout.${sql.raw(column)} + excluded.${sql.raw(column)}`);
      }
      // The check reads the counters against what was visible when they were last written.
      await tx.execute(sql`update board.checkpoint set snapshot = pg_current_snapshot()`);
      await tx.execute(sql`
      delete from board.turnout_minute`);
      await tx.execute(sql`
      insert into board.turnout_minute (unit_code, minute, channel, authorized, refused, voted)
      select scope.code, minute, channel, sum(authorized), 0, sum(voted) from (
        select district_code, channel, date_trunc('minute', occurred_at) as minute, 1 as authorized, 0 as voted from vote."authorization"
        union all
        select district_code, channel, date_trunc('minute', occurred_at), 0, 1 from vote.ballot
      ) e join board.unit d on d.code = e.district_code join board.unit r on r.code = d.parent_code
      cross join lateral (values (d.code), (r.code), (r.parent_code)) scope (code) group by 1, 2, 3`);
    },
    { isolationLevel: 'repeatable read' },
  );
}
