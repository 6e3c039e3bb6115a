import type { Scope } from '#domain/board.ts';
import { baseMinutes, type DistrictVotes } from '#domain/overview/stall.ts';
import type { Channel } from '#domain/turnout.ts';
import { type Database, sql, toInstant } from '../client.ts';
import { minutesBefore } from '../detectors/detectNoVotes.ts';

interface Asked {
  at: string;
  /** The last minutes, judged against the hour before them. */
  minutes: number;
  channels: readonly Channel[];
}

/** Votes of each district of the scope in the last minutes and in the hour before, through these channels. */
export async function listDistrictVotes(
  db: Database,
  scope: Scope,
  { at, minutes, channels }: Asked,
): Promise<DistrictVotes[]> {
  const since = minutesBefore(at, minutes);
  const rows = await db.execute<{
    code: string;
    parent_code: string | null;
    lately: number;
    hour_before: number;
    last_voted: string | null;
  }>(sql`
    select u.code, u.parent_code, f.lately, f.hour_before, f.last_voted
    from board.unit u cross join lateral (
      select coalesce(sum(m.voted) filter (where m.minute >= ${since}), 0)::int as lately,
        coalesce(sum(m.voted) filter (where m.minute < ${since}), 0)::int as hour_before,
        max(m.minute) filter (where m.voted > 0) as last_voted
      from board.turnout_minute m
      where m.unit_code = u.code and m.minute >= ${minutesBefore(at, minutes + baseMinutes)} and m.minute < ${at}
        and m.channel = any(${`{${channels.join(',')}}`}::text[])
    ) f
    where u.level = 'district' and (${scope.level} = 'country' or u.code = ${scope.code} or u.parent_code = ${scope.code})
    order by u.position`);
  return rows.map((row) => ({
    code: row.code,
    regionCode: row.parent_code,
    lately: row.lately,
    hourBefore: row.hour_before,
    lastVotedAt: row.last_voted && toInstant(row.last_voted),
  }));
}
