/** Figures by district and channel, counted anew: less than the fold keeps (no minutes, no reasons, no units above). */
const recount = `
select 'authorized' as figure, district_code, channel, count(*) as n from vote."authorization" group by 1, 2, 3
union all
select 'refused', district_code, channel, count(*) from vote.refusal group by 1, 2, 3
union all
select 'voted', district_code, channel, count(*) from vote.ballot group by 1, 2, 3`;

/** All that the fold keeps, counted anew: by district, by reason, and by the minute of each unit and those above it. */
const recountAll = `
with minutes as materialized (
  select figure, district_code, channel, minute, n from (
    select 'authorized' as figure, district_code, channel, date_trunc('minute', occurred_at) as minute, count(*) as n
    from vote."authorization" group by 1, 2, 3, 4
    union all
    select 'refused ' || reason, district_code, channel, date_trunc('minute', occurred_at), count(*)
    from vote.refusal group by 1, 2, 3, 4
    union all
    select 'voted', district_code, channel, date_trunc('minute', occurred_at), count(*) from vote.ballot group by 1, 2, 3, 4
  ) counted
)
select count(*) from (
  select figure, district_code, channel, null::timestamptz, sum(n) from minutes group by 1, 2, 3
  union all
  select figure, scope.unit_code, channel, minute, sum(n) from minutes m
  join board.unit district on district.code = m.district_code
  join board.unit region on region.code = district.parent_code
  cross join lateral (values (district.code), (region.code), (region.parent_code)) scope (unit_code)
  group by 1, 2, 3, 4
) all_counters`;

export const recountPeers = {
  groupBy: recount,
  groupByAll: recountAll,
  schema: `create materialized view bench.recount as ${recount} with no data`,
  refresh: 'refresh materialized view bench.recount',
};
