import type { Scope } from '#domain/board.ts';
import type { PartFigures, Reach } from '#domain/overview/overview.ts';
import { type Database, sql } from '../client.ts';
import { minutesBefore } from '../detectors/detectNoVotes.ts';

interface PartRow extends Record<string, unknown> {
  code: string;
  eligible: number;
  voted: number;
  in_hour: number;
  in_hour_yesterday: number;
  critical: number;
  major: number;
  minor: number;
  cases: number;
  cases_over_day: number;
  held: number;
}

interface Asked {
  /** After the last whole minute, ISO. */
  until: string;
  hadVotingYesterday: boolean;
}

/** The regions of the country or the districts of a region with what is open there; stalls are judged elsewhere. */
export async function listPartFigures(
  db: Database,
  reach: Reach,
  scope: Scope,
  { until, hadVotingYesterday }: Asked,
): Promise<Omit<PartFigures, 'stalls'>[]> {
  const ofCountry = scope.level === 'country';
  const rows = await db.execute<PartRow>(sql`
    with now as materialized (select board.election_now() as moment),
    part as (select code, position from board.unit where parent_code = ${scope.code}),
    place as (
      select u.code, case when ${ofCountry} and u.level = 'district' then u.parent_code else u.code end as part
      from board.unit u where u.parent_code = ${scope.code}
        or ${ofCountry} and u.parent_code in (select code from board.unit where parent_code = ${scope.code})
    ),
    turnout as (
      select p.part, sum(u.eligible)::int as eligible, sum(coalesce(t.voted, 0))::int as voted
      from place p join board.unit u on u.code = p.code and u.level = 'district'
        left join (select district_code, sum(shown_voted) as voted from board.turnout group by 1) t on t.district_code = u.code
      group by p.part
    ),
    incident as (
      select part, count(*) filter (where severity = 'critical')::int as critical,
        count(*) filter (where severity = 'major')::int as major, count(*) filter (where severity = 'minor')::int as minor
      from (
        select distinct p.part, i.number, i.severity
        from ops.incident i cross join unnest(i.unit_codes) touched join place p on p.code = touched
        where i.state <> 'resolved' and (${reach.regionCode}::text is null or i.region_code = ${reach.regionCode})
      ) touching group by part
    ),
    opened as (
      select case when ${ofCountry} then v.region_code else v.district_code end as part, count(*)::int as cases,
        count(*) filter (where v.state_since < now.moment - interval '24 hours')::int as over_day
      from ops.violation v, now where v.state in ('received', 'registered', 'in_review')
        and (${ofCountry} or v.region_code = ${scope.code}) group by 1
    ),
    quarantined as (
      select p.part, count(*)::int as held from board.quarantine q join place p on p.code = q.district_code
      where q.lifted_at is null group by p.part
    )
    select part.code, coalesce(t.eligible, 0) as eligible, coalesce(t.voted, 0) as voted, m.in_hour, m.in_hour_yesterday,
      coalesce(i.critical, 0) as critical, coalesce(i.major, 0) as major, coalesce(i.minor, 0) as minor,
      coalesce(o.cases, 0) as cases, coalesce(o.over_day, 0) as cases_over_day, coalesce(q.held, 0) as held
    from part left join turnout t on t.part = part.code left join incident i on i.part = part.code
      left join opened o on o.part = part.code left join quarantined q on q.part = part.code
      cross join lateral (
        select coalesce((select sum(voted) from board.turnout_minute
            where unit_code = part.code and minute >= ${minutesBefore(until, 60)} and minute < ${until}), 0)::int as in_hour,
          coalesce((select sum(voted) from board.turnout_minute
            where unit_code = part.code and minute >= ${minutesBefore(until, 25 * 60)} and minute < ${minutesBefore(until, 24 * 60)}), 0)::int
            as in_hour_yesterday
      ) m
    order by part.position`);
  return rows.map((row) => ({
    code: row.code,
    eligible: row.eligible,
    voted: row.voted,
    votedInHour: row.in_hour,
    votedInHourYesterday: hadVotingYesterday ? row.in_hour_yesterday : null,
    open: { critical: row.critical, major: row.major, minor: row.minor },
    casesOpen: row.cases,
    casesOverDay: row.cases_over_day,
    held: row.held,
  }));
}
