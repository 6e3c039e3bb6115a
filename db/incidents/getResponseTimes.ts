import type { ResponseTimes } from '#domain/incidents/staffIncident.ts';
import { type Database, sql } from '../client.ts';

/**
 * Time to acknowledge and to resolve, in whole seconds of the election's clock, of the whole country (first, every incident) and by
 * region. Duplicates and false alarms are not among them: nothing was broken a second time, or at all.
 */
export async function getResponseTimes(
  db: Database,
  regionCode: string | null = null,
  districtCode: string | null = null,
): Promise<ResponseTimes[]> {
  const rows = await db.execute<{
    region_code: string | null;
    acknowledged: number;
    acknowledge_median: number | null;
    acknowledge_p90: number | null;
    resolved: number;
    resolve_median: number | null;
    resolve_p90: number | null;
  }>(sql`
    with time as (
      select region_code, floor(extract(epoch from acknowledged_at - opened_at))::int as to_acknowledge,
        floor(extract(epoch from resolved_at - opened_at))::int as to_resolve
      from ops.incident
      where (outcome is null or outcome not in ('duplicate', 'false_alarm'))
        and (${regionCode}::text is null or region_code = ${regionCode})
        and (${districtCode}::text is null or district_code = ${districtCode})
    )
    select region_code, count(to_acknowledge)::int as acknowledged,
      percentile_disc(0.5) within group (order by to_acknowledge) as acknowledge_median,
      percentile_disc(0.9) within group (order by to_acknowledge) as acknowledge_p90,
      count(to_resolve)::int as resolved, percentile_disc(0.5) within group (order by to_resolve) as resolve_median,
      percentile_disc(0.9) within group (order by to_resolve) as resolve_p90
    from time group by grouping sets ((), (region_code))
    having grouping(region_code) = 1 or region_code is not null
    order by grouping(region_code) desc, region_code`);
  return rows.map((row) => ({
    regionCode: row.region_code,
    acknowledged: row.acknowledged,
    acknowledgeMedianSeconds: row.acknowledge_median,
    acknowledgeP90Seconds: row.acknowledge_p90,
    resolved: row.resolved,
    resolveMedianSeconds: row.resolve_median,
    resolveP90Seconds: row.resolve_p90,
  }));
}
