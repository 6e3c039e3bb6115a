import { type SQL, sql, type Transaction } from '../client.ts';

/** Events of one table committed after `snapshot`: those begun later, and those it saw in progress. */
function since(table: SQL, columns: SQL, snapshot: string): SQL {
  return sql`
    select ${columns} from ${table} where xid >= pg_snapshot_xmax(${snapshot}::pg_snapshot)
    union all
    select ${columns} from ${table} where xid = any(array(select pg_snapshot_xip(${snapshot}::pg_snapshot)))`;
}

export interface FoldedEvents {
  events: number;
  corrections: number;
  /** Null where there was nothing to fold. */
  version: number | null;
}

/**
 * Adds what was committed since `snapshot` to the ledger and stamps it with the next version, in one statement.
 * Every event is counted by district and channel, by reason where refused, and by minute for each unit above it.
 */
export async function foldEvents(tx: Transaction, snapshot: string): Promise<FoldedEvents> {
  const [row] = await tx.execute<{ events: string; corrections: string; version: string | null }>(sql`
    with moved as materialized (
      select district_code, channel, date_trunc('minute', occurred_at) as minute, null as reason,
        count(*) as events, count(*) as authorized, 0 as refused, 0 as voted, 0 as corrections
      from (${since(sql`vote."authorization"`, sql`district_code, channel, occurred_at`, snapshot)}) a group by 1, 2, 3
      union all
      select district_code, channel, date_trunc('minute', occurred_at), reason, count(*), 0, count(*), 0, 0
      from (${since(sql`vote.refusal`, sql`district_code, channel, occurred_at, reason`, snapshot)}) r group by 1, 2, 3, 4
      union all
      select district_code, channel, date_trunc('minute', occurred_at), null, count(*), 0, 0, count(*), 0
      from (${since(sql`vote.ballot`, sql`district_code, channel, occurred_at`, snapshot)}) b group by 1, 2, 3
      union all
      select district_code, channel, date_trunc('minute', occurred_at), null, count(*), sum(delta_authorized), 0,
        sum(delta_voted), count(*)
      from (${since(sql`vote.turnout_correction`, sql`district_code, channel, occurred_at, delta_authorized, delta_voted`, snapshot)}) c
      group by 1, 2, 3
    ),
    advanced as (
      update board.version set version = version + 1, as_of = board.election_now()
      where exists (select from moved) returning version
    ),
    counted as (
      insert into board.turnout (district_code, channel, authorized, refused, voted, version)
      select district_code, channel, sum(authorized), sum(refused), sum(voted), (select version from advanced)
      from moved group by 1, 2 order by 1, 2
      on conflict (district_code, channel) do update set authorized = turnout.authorized + excluded.authorized,
        refused = turnout.refused + excluded.refused, voted = turnout.voted + excluded.voted, version = excluded.version
    ),
    by_reason as (
      insert into board.turnout_refusal (district_code, channel, reason, refused)
      select district_code, channel, reason, sum(refused) from moved where reason is not null group by 1, 2, 3
      on conflict (district_code, channel, reason) do update set refused = turnout_refusal.refused + excluded.refused
    ),
    by_minute as (
      insert into board.turnout_minute (unit_code, minute, channel, authorized, refused, voted)
      select scope.unit_code, m.minute, m.channel, sum(m.authorized), sum(m.refused), sum(m.voted)
      from moved m
      left join board.unit district on district.code = m.district_code
      left join board.unit region on region.code = district.parent_code
      cross join lateral (values (m.district_code), (region.code), (region.parent_code)) scope (unit_code)
      where scope.unit_code is not null group by 1, 2, 3
      on conflict (unit_code, minute, channel) do update set authorized = turnout_minute.authorized + excluded.authorized,
        refused = turnout_minute.refused + excluded.refused, voted = turnout_minute.voted + excluded.voted
    )
    select coalesce(sum(events), 0) as events, coalesce(sum(corrections), 0) as corrections,
      (select version from advanced) as version
    from moved`);
  return {
    events: Number(row?.events ?? 0),
    corrections: Number(row?.corrections ?? 0),
    version: row?.version ? Number(row.version) : null,
  };
}

/** What was, what is, why and who decided, of every correction just folded. */
export async function logCorrections(tx: Transaction, snapshot: string, version: number): Promise<void> {
  const columns = sql`id, district_code, channel, delta_authorized, delta_voted, reason, decided_by, occurred_at`;
  await tx.execute(sql`
    insert into board.turnout_correction (source_id, version, district_code, channel, authorized_before, authorized_after,
      voted_before, voted_after, reason, decided_by, occurred_at)
    select c.id, ${version}, c.district_code, c.channel,
      t.authorized - c.authorized_from_here, t.authorized - c.authorized_from_here + c.delta_authorized,
      t.voted - c.voted_from_here, t.voted - c.voted_from_here + c.delta_voted, c.reason, c.decided_by, c.occurred_at
    from (
      select *, sum(delta_authorized) over later as authorized_from_here, sum(delta_voted) over later as voted_from_here
      from (${since(sql`vote.turnout_correction`, columns, snapshot)}) e
      window later as (partition by district_code, channel order by id rows between current row and unbounded following)
    ) c join board.turnout t using (district_code, channel) order by c.id
    on conflict (source_id) do nothing`);
}
