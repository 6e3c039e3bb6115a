import type { Finding } from '#domain/incidents/finding.ts';
import { type Database, sql } from '../client.ts';
import type { DetectorMoment } from './getDetectorMoment.ts';

const closingMinutes = 5;
/** So many silent regions, and more than half of those where votes were expected, are one incident of the country. */
const leastRegions = 2;

/** Regions where votes were to be expected and none came, or the country where that is most of them. */
export async function detectNoVotes(db: Database, { at, openSince, limits }: DetectorMoment): Promise<Finding[]> {
  const { gap_minutes = 15, expected = 20, close_votes = 3 } = limits('no_votes');
  const rows = await db.execute<{
    code: string;
    country_code: string;
    lately: number;
    hour_before: number;
    latest: number;
  }>(sql`
    select u.code, u.parent_code as country_code,
      coalesce(sum(m.voted) filter (where m.minute >= ${minutesBefore(at, gap_minutes)}), 0)::int as lately,
      coalesce(sum(m.voted) filter (where m.minute < ${minutesBefore(at, gap_minutes)}), 0)::int as hour_before,
      coalesce(sum(m.voted) filter (where m.minute >= ${minutesBefore(at, closingMinutes)}), 0)::int as latest
    from board.unit u left join board.turnout_minute m on m.unit_code = u.code
      and m.minute >= ${minutesBefore(at, gap_minutes + 60)} and m.minute < ${at}
    where u.level = 'region' group by u.code, u.parent_code`);
  const isOpen = openSince !== null && openSince <= minutesBefore(at, gap_minutes);
  const isClosed = openSince === null;
  const regions = rows.map((row) => {
    const wereExpected = (row.hour_before * gap_minutes) / 60;
    return { ...row, wereExpected, isSilent: isOpen && row.lately <= 0 && wereExpected >= expected };
  });
  const silent = regions.filter(({ isSilent }) => isSilent);
  const expecting = regions.filter(({ wereExpected }) => wereExpected >= expected);
  const isEverywhere = silent.length >= leastRegions && silent.length * 2 > expecting.length;
  const sumOf = (key: 'hour_before' | 'latest') => rows.reduce((sum, row) => sum + row[key], 0);
  const ofCountry =
    rows[0] &&
    ({
      code: rows[0].country_code,
      hour_before: sumOf('hour_before'),
      judgement: isEverywhere ? 'open' : isClosed || sumOf('latest') >= close_votes ? 'clear' : 'hold',
      unitCodes: [],
    } as const);
  const ofRegions = regions.map(
    ({ code, hour_before, latest, isSilent }) =>
      ({
        code,
        hour_before,
        judgement: isSilent && !isEverywhere ? 'open' : isClosed || latest >= close_votes ? 'clear' : 'hold',
        unitCodes: [code],
      }) as const,
  );
  return [...(ofCountry ? [ofCountry] : []), ...ofRegions].map(({ code, hour_before, judgement, unitCodes }) => ({
    detector: 'no_votes',
    subject: code,
    judgement,
    unitCodes: [...unitCodes],
    evidence: {
      at,
      minutesWithoutVotes: gap_minutes,
      votesExpected: Math.round((hour_before * gap_minutes) / 60),
      votesInHourBefore: hour_before,
    },
  }));
}

/** ISO; both are in UTC, so that they compare as text. */
export function minutesBefore(at: string, minutes: number): string {
  return new Date(Date.parse(at) - minutes * 60_000).toISOString();
}
