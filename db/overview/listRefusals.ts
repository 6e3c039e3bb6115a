import type { Scope } from '#domain/board.ts';
import type { RefusalFigures, Refusals } from '#domain/overview/overview.ts';
import { refusalReasons } from '#domain/turnout.ts';
import { type Database, sql } from '../client.ts';
import { minutesBefore } from '../detectors/detectNoVotes.ts';

/** How far from the minute asked for a sample may lie, so that what it says is still of these minutes. */
const slackMinutes = 30;

interface ReasonRow extends Record<string, unknown> {
  reason: RefusalFigures['reason'];
  total: number;
  lately: number | null;
  last_hour: number | null;
  hour_before: number | null;
  lately_minutes: number | null;
  last_hour_minutes: number | null;
  hour_before_minutes: number | null;
}

/** Refusals by reason at `at`, and how they grew; by region at the finest, for the detectors keep no samples of districts. */
export async function listRefusals(db: Database, scope: Scope, at: string): Promise<Refusals> {
  const hasSamples = scope.level !== 'district';
  const rows = await db.execute<ReasonRow>(sql`
    with mark as (
      select (select max(at) from ops.refusal_sample
          where ${hasSamples} and at <= ${minutesBefore(at, 10)} and at > ${minutesBefore(at, 10 + slackMinutes)}) as ten,
        (select max(at) from ops.refusal_sample
          where ${hasSamples} and at <= ${minutesBefore(at, 60)} and at > ${minutesBefore(at, 60 + slackMinutes)}) as sixty,
        (select max(at) from ops.refusal_sample
          where ${hasSamples} and at <= ${minutesBefore(at, 120)} and at > ${minutesBefore(at, 120 + slackMinutes)}) as base
    ),
    now as (
      select r.reason, sum(r.shown_refused) as total, sum(r.refused) as refused
      from board.turnout_refusal r join board.unit u on u.code = r.district_code
      where ${scope.level} = 'country' or u.code = ${scope.code} or u.parent_code = ${scope.code} group by r.reason
    ),
    sample as (
      select s.at, s.reason, sum(s.refused) as refused from ops.refusal_sample s, mark
      where s.at in (mark.ten, mark.sixty, mark.base) and (${scope.level} = 'country' or s.region_code = ${scope.code})
      group by s.at, s.reason
    )
    select now.reason, now.total::int,
      case when mark.ten is not null then now.refused - coalesce(t.refused, 0) end::int as lately,
      case when mark.sixty is not null then now.refused - coalesce(s.refused, 0) end::int as last_hour,
      case when mark.base is not null and mark.sixty is not null then coalesce(s.refused, 0) - coalesce(b.refused, 0) end::int as hour_before,
      round(extract(epoch from ${at}::timestamptz - mark.ten) / 60)::int as lately_minutes,
      round(extract(epoch from ${at}::timestamptz - mark.sixty) / 60)::int as last_hour_minutes,
      round(extract(epoch from mark.sixty - mark.base) / 60)::int as hour_before_minutes
    from now cross join mark
      left join sample t on t.at = mark.ten and t.reason = now.reason
      left join sample s on s.at = mark.sixty and s.reason = now.reason
      left join sample b on b.at = mark.base and b.reason = now.reason`);
  const [first] = rows;
  return {
    minutes: {
      lately: first?.lately_minutes ?? null,
      lastHour: first?.last_hour_minutes ?? null,
      hourBefore: first?.hour_before_minutes ?? null,
    },
    byReason: refusalReasons.flatMap((reason) => {
      const row = rows.find((each) => each.reason === reason);
      if (!row) return [];
      const { total, lately, last_hour: lastHour, hour_before: hourBefore } = row;
      return [{ reason, total, lately, lastHour, hourBefore }];
    }),
    all: await sumRefused(db, scope.code, at),
  };
}

/** Of all reasons, by whole minutes. */
async function sumRefused(db: Database, unitCode: string, at: string): Promise<Refusals['all']> {
  const whole = new Date(Math.floor(Date.parse(at) / 60_000) * 60_000).toISOString();
  const hourAgo = minutesBefore(whole, 60);
  const [row] = await db.execute<{ lately: number; last_hour: number; hour_before: number }>(sql`
    select coalesce(sum(refused) filter (where minute >= ${minutesBefore(whole, 10)}), 0)::int as lately,
      coalesce(sum(refused) filter (where minute >= ${hourAgo}), 0)::int as last_hour,
      coalesce(sum(refused) filter (where minute < ${hourAgo}), 0)::int as hour_before
    from board.turnout_minute
    where unit_code = ${unitCode} and minute >= ${minutesBefore(whole, 120)} and minute < ${whole}`);
  return { lately: row?.lately ?? 0, lastHour: row?.last_hour ?? 0, hourBefore: row?.hour_before ?? 0 };
}
