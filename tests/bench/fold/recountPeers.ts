/** Figures by district and channel, counted anew: less than the fold keeps (no minutes, no reasons, no units above). */
const recount = `
select 'authorized' as figure, district_code, channel, count(*) as n from vote."authorization" group by 1, 2, 3
union all
select 'refused', district_code, channel, count(*) from vote.refusal group by 1, 2, 3
union all
select 'voted', district_code, channel, count(*) from vote.ballot group by 1, 2, 3`;

export const recountPeers = {
  groupBy: recount,
  schema: `create materialized view bench.recount as ${recount} with no data`,
  refresh: 'refresh materialized view bench.recount',
};
