import { type Finding, fingerprintOf } from '#domain/incidents/finding.ts';
import { type Database, sql } from '../client.ts';
import { minutesBefore } from './detectNoVotes.ts';
import type { DetectorMoment } from './getDetectorMoment.ts';

const baseMinutes = 180;
/** Below this nothing can be said of how many get from one to the other. */
const leastBase = 300;
/** So few authorized are no gap any more. */
const fewAuthorized = 20;

/** Regions where fewer of those authorized online get to vote than before. */
export async function detectGap(db: Database, { at, openSince, limits }: DetectorMoment): Promise<Finding[]> {
  const {
    minutes = 30,
    authorized: least = 150,
    open_share = 0.4,
    close_share = 0.75,
  } = limits('authorized_voted_gap');
  const since = minutesBefore(at, minutes);
  const rows = await db.execute<{
    code: string;
    authorized: number;
    voted: number;
    authorized_before: number;
    voted_before: number;
    opened_with: number | null;
  }>(sql`
    select u.code, coalesce(sum(m.authorized) filter (where m.minute >= ${since}), 0)::int as authorized,
      coalesce(sum(m.voted) filter (where m.minute >= ${since}), 0)::int as voted,
      coalesce(sum(m.authorized) filter (where m.minute < ${since}), 0)::int as authorized_before,
      coalesce(sum(m.voted) filter (where m.minute < ${since}), 0)::int as voted_before,
      (select (evidence ->> 'votedOf100Before')::float8 / 100 from ops.incident i
        where i.fingerprint = ${fingerprintOf({ detector: 'authorized_voted_gap', subject: '' })} || u.code
          and i.state <> 'resolved') as opened_with
    from board.unit u left join board.turnout_minute m on m.unit_code = u.code and m.channel = 'online'
      and m.minute >= ${minutesBefore(at, minutes + baseMinutes)} and m.minute < ${at}
    where u.level = 'region' group by u.code`);
  return rows.map((row) => {
    const share = row.authorized_before >= leastBase ? row.voted_before / row.authorized_before : null;
    const usual = row.opened_with ?? share;
    const expected = row.authorized * (usual ?? 0);
    const isGap = row.authorized >= least && usual !== null && row.voted < open_share * expected;
    const isOver = openSince === null || row.authorized < fewAuthorized || row.voted >= close_share * expected;
    return {
      detector: 'authorized_voted_gap',
      subject: row.code,
      judgement: isGap && openSince !== null ? 'open' : isOver ? 'clear' : 'hold',
      unitCodes: [row.code],
      evidence: {
        at,
        minutes,
        authorized: row.authorized,
        voted: row.voted,
        votedExpected: Math.round(expected),
        votedOf100Before: Math.round((usual ?? 0) * 100),
      },
    };
  });
}
