import { caseStates } from '#domain/violations/caseWords.ts';
import type { PipelineStage } from '#domain/violations/staffCase.ts';
import type { CaseState } from '#domain/violations/violation.ts';
import { type Database, sql } from '../client.ts';

interface Reach {
  /** Null is the whole country. */
  regionCode: string | null;
  districtCode: string | null;
}

/**
 * How many cases are in each state and for how long they have been; those decided, how long it took from their receipt. In whole
 * hours of the election's clock, begun ones counted.
 */
export async function getPipeline(db: Database, { regionCode, districtCode }: Reach): Promise<PipelineStage[]> {
  const rows = await db.execute<{
    state: CaseState;
    cases: number;
    hours: [median: number, p90: number] | null;
    oldest: number | null;
    over_day: number;
  }>(sql`
    with now as materialized (select board.election_now() as moment), aged as (
      select v.state, ceil(date_part('epoch',
        case when v.state in ('decided', 'duplicate') then v.state_since - v.received_at else now.moment - v.state_since end) / 3600)::int as hours
      from ops.violation v, now
      where (${regionCode}::text is null or v.region_code = ${regionCode})
        and (${districtCode}::text is null or v.district_code = ${districtCode})
    )
    select state, count(*)::int as cases, percentile_disc(array[0.5, 0.9]) within group (order by hours) as hours, max(hours) as oldest,
      count(*) filter (where hours > 24)::int as over_day
    from aged group by state`);
  return caseStates.map((state) => {
    const stage = rows.find((row) => row.state === state);
    return {
      state,
      cases: stage?.cases ?? 0,
      medianHours: stage?.hours?.[0] ?? null,
      p90Hours: stage?.hours?.[1] ?? null,
      oldestHours: stage?.oldest ?? null,
      overDay: stage?.over_day ?? 0,
    };
  });
}
