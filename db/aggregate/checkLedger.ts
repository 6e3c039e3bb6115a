import { type DatabaseClient, sql, type Transaction } from '../client.ts';

export interface LedgerDifference {
  table: string;
  key: string;
  counted: number;
  recorded: number;
}

export interface LedgerReport {
  version: number;
  events: number;
  differences: LedgerDifference[];
}

/** Recounts the events visible in the saved snapshot and holds every counter against them, at one moment. */
export async function checkLedger(db: DatabaseClient['db']): Promise<LedgerReport> {
  return db.transaction(compare, { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

async function compare(tx: Transaction): Promise<LedgerReport> {
  const rows = await tx.execute<{ table: string; key: string; counted: string; recorded: string }>(sql`
    with checkpoint as materialized (select snapshot from board.checkpoint where source = 'vote'),
    counted as materialized (
      select district_code, channel, reason, date_trunc('minute', occurred_at) as minute,
        sum(authorized) as authorized, sum(refused) as refused, sum(voted) as voted
      from (
        select district_code, channel, null as reason, occurred_at, 1 as authorized, 0 as refused, 0 as voted
        from vote."authorization", checkpoint where pg_visible_in_snapshot(xid, snapshot)
        union all
        select district_code, channel, reason, occurred_at, 0, 1, 0 from vote.refusal, checkpoint
        where pg_visible_in_snapshot(xid, snapshot)
        union all
        select district_code, channel, null, occurred_at, 0, 0, 1 from vote.ballot, checkpoint
        where pg_visible_in_snapshot(xid, snapshot)
        union all
        select district_code, channel, null, occurred_at, delta_authorized, 0, delta_voted
        from vote.turnout_correction, checkpoint where pg_visible_in_snapshot(xid, snapshot)
      ) e group by 1, 2, 3, 4
    ),
    by_unit as (
      select scope.unit_code, c.minute, c.channel, sum(c.authorized) as authorized, sum(c.refused) as refused, sum(c.voted) as voted
      from counted c
      left join board.unit district on district.code = c.district_code
      left join board.unit region on region.code = district.parent_code
      cross join lateral (values (c.district_code), (region.code), (region.parent_code)) scope (unit_code)
      where scope.unit_code is not null group by 1, 2, 3
    ),
    expected as (
      select 'turnout' as "table", concat_ws(' ', district_code, channel, figure) as key, sum(n) as n
      from counted, lateral (values ('authorized', authorized), ('refused', refused), ('voted', voted)) f (figure, n) group by 1, 2
      union all
      select 'turnout_refusal', concat_ws(' ', district_code, channel, reason), sum(refused) from counted
      where reason is not null group by 1, 2
      union all
      select 'turnout_minute', concat_ws(' ', unit_code, channel, minute, figure), sum(n)
      from by_unit, lateral (values ('authorized', authorized), ('refused', refused), ('voted', voted)) f (figure, n) group by 1, 2
    ),
    recorded as (
      select 'turnout' as "table", concat_ws(' ', district_code, channel, figure) as key, n
      from board.turnout, lateral (values ('authorized', authorized), ('refused', refused), ('voted', voted)) f (figure, n)
      union all
      select 'turnout_refusal', concat_ws(' ', district_code, channel, reason), refused from board.turnout_refusal
      union all
      select 'turnout_minute', concat_ws(' ', unit_code, channel, minute, figure), n
      from board.turnout_minute, lateral (values ('authorized', authorized), ('refused', refused), ('voted', voted)) f (figure, n)
    )
    select coalesce(e."table", r."table") as "table", coalesce(e.key, r.key) as key,
      coalesce(e.n, 0) as counted, coalesce(r.n, 0) as recorded
    from expected e full join recorded r on e."table" = r."table" and e.key = r.key
    where coalesce(e.n, 0) <> coalesce(r.n, 0) order by 1, 2`);
  const [state] = await tx.execute<{ version: string; events: string }>(
    sql`select v.version, c.folded_events as events from board.version v, board.checkpoint c where c.source = 'vote'`,
  );
  return {
    version: Number(state?.version ?? 0),
    events: Number(state?.events ?? 0),
    differences: rows.map((row) => ({ ...row, counted: Number(row.counted), recorded: Number(row.recorded) })),
  };
}
