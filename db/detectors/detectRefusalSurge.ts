import { type Finding, fingerprintOf } from '#domain/incidents/finding.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { minutesBefore } from './detectNoVotes.ts';
import type { DetectorMoment } from './getDetectorMoment.ts';

const baseMinutes = 60;
/** Without samples over so long before there is nothing to compare with. */
const leastBaseMinutes = 20;
/** A surge with so much of it in one region is that region's. */
const regionShare = 0.8;

interface SurgeRow extends Record<string, unknown> {
  reason: string;
  lately: number;
  before: number;
  by_region: Record<string, number>;
  opened_with: number | null;
}

/** Reasons for which far more are refused than in the hour before, in the whole country. */
export async function detectRefusalSurge(db: DatabaseClient['db'], moment: DetectorMoment): Promise<Finding[]> {
  const { at, limits } = moment;
  const { minutes = 10, refused = 100, open_times = 4, close_times = 1.5 } = limits('refusal_surge');
  const rows = await db.transaction(async (tx) => {
    await takeSample(tx, at, minutes);
    return compareSamples(tx, minutes);
  });
  return rows.map(({ reason, lately, before, by_region, opened_with }) => {
    const usual = opened_with ?? before;
    const isSurge = lately >= refused && lately > open_times * usual;
    const worst = Object.entries(by_region).sort(([, a], [, b]) => b - a);
    const [first] = worst;
    return {
      detector: 'refusal_surge',
      subject: reason,
      judgement: isSurge ? 'open' : lately < refused / 2 || lately < close_times * usual ? 'clear' : 'hold',
      unitCodes: first && lately > 0 && first[1] >= regionShare * lately ? [first[0]] : [],
      evidence: {
        at,
        reason,
        minutes,
        refused: Math.round(lately),
        refusedUsually: Math.round(usual),
        regions: Object.fromEntries(worst.slice(0, 5)),
      },
    };
  });
}

/** The board keeps no minutes of reasons: what it says now is kept for as long as it is compared with. */
async function takeSample(tx: Transaction, at: string, minutes: number): Promise<void> {
  await tx.execute(sql`
    delete from ops.refusal_sample where at > ${at} or at < ${minutesBefore(at, minutes + 2 * baseMinutes)}`);
  await tx.execute(sql`
    insert into ops.refusal_sample (at, region_code, reason, refused)
    select date_trunc('minute', ${at}::timestamptz), u.parent_code, r.reason, sum(r.refused)
    from board.turnout_refusal r join board.unit u on u.code = r.district_code where u.parent_code is not null
    group by u.parent_code, r.reason
    on conflict do nothing`);
}

/** By reason: refused in the last minutes, and in as many of the hour before. */
async function compareSamples(tx: Transaction, minutes: number): Promise<SurgeRow[]> {
  return tx.execute<SurgeRow>(sql`
    with newest as (select max(at) as at from ops.refusal_sample),
    middle as (
      select max(s.at) as at from ops.refusal_sample s, newest n where s.at <= n.at - make_interval(mins => ${minutes}::int)),
    oldest as (
      select min(s.at) as at from ops.refusal_sample s, middle m
      where s.at >= m.at - make_interval(mins => ${baseMinutes}) and s.at <= m.at - make_interval(mins => ${leastBaseMinutes})),
    by_region as (
      select now.reason, now.region_code,
        ${minutes} * (now.refused - coalesce(mid.refused, 0)) * 60 / extract(epoch from n.at - m.at)::float8 as lately,
        ${minutes} * (coalesce(mid.refused, 0) - coalesce(old.refused, 0)) * 60 / extract(epoch from m.at - o.at)::float8 as before
      from newest n cross join middle m cross join oldest o
        join ops.refusal_sample now on now.at = n.at
        left join ops.refusal_sample mid on mid.at = m.at and mid.region_code = now.region_code and mid.reason = now.reason
        left join ops.refusal_sample old on old.at = o.at and old.region_code = now.region_code and old.reason = now.reason
      where o.at is not null
    )
    select reason, sum(lately) as lately, sum(before) as before, jsonb_object_agg(region_code, round(lately)) as by_region,
      (select (evidence ->> 'refusedUsually')::float8 from ops.incident i
        where i.fingerprint = ${fingerprintOf({ detector: 'refusal_surge', subject: '' })} || reason and i.state <> 'resolved')
        as opened_with
    from by_region group by reason`);
}
