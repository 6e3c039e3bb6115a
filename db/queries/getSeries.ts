import { NotFound } from '#domain/errors.ts';
import type { UnitCode } from '#domain/geography.ts';
import type { Series } from '#domain/series.ts';
import { type DatabaseClient, sql, type Transaction, toInstant } from '../client.ts';

const stepMinutes = 10;
const sparkHours = 24;

/** The cumulative curve of a unit in steps of ten minutes, and voters an hour of each of its parts. Throws NotFound. */
export async function getSeries(db: DatabaseClient['db'], code: UnitCode): Promise<Series> {
  return db.transaction((tx) => readSeries(tx, code), { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

async function readSeries(tx: Transaction, code: UnitCode): Promise<Series> {
  const [state] = await tx.execute<{ version: string; as_of: string | null; known: boolean }>(sql`
    select version, as_of, exists (select from board.unit where code = ${code}) as known from board.version`);
  if (!state?.known) throw new NotFound(`no unit ${code}`);
  const asOf = state.as_of && toInstant(state.as_of);
  const points = await tx.execute<{ at: string; authorized: number; voted: number }>(sql`
    select least(at, ${asOf}::timestamptz) as at, sum(authorized) over (order by at)::int as authorized,
      sum(voted) over (order by at)::int as voted
    from (
      select date_bin('10 minutes', minute, '2000-01-01') + interval '10 minutes' as at, sum(authorized) as authorized,
        sum(voted) as voted
      from board.turnout_minute where unit_code = ${code} group by 1
    ) step order by at`);
  return {
    version: Number(state.version),
    asOf,
    stepMinutes,
    points: points.map((point) => ({ at: toInstant(point.at), authorized: point.authorized, voted: point.voted })),
    sparks: asOf === null ? [] : await listSparks(tx, code, asOf),
  };
}

async function listSparks(tx: Transaction, code: UnitCode, asOf: string): Promise<Series['sparks']> {
  const rows = await tx.execute<{ code: string; hour: number; voted: number }>(sql`
    select u.code, floor(extract(epoch from ${asOf}::timestamptz - m.minute) / 3600)::int as hour, sum(m.voted)::int as voted
    from board.unit u join board.turnout_minute m on m.unit_code = u.code
    where u.parent_code = ${code} and m.minute > ${asOf}::timestamptz - make_interval(hours => ${sparkHours})
      and m.minute <= ${asOf}::timestamptz
    group by u.code, u.position, hour order by u.position`);
  const sparks = new Map<string, number[]>();
  for (const row of rows) {
    const votedByHour = sparks.get(row.code) ?? new Array<number>(sparkHours).fill(0);
    const index = sparkHours - 1 - row.hour;
    if (index >= 0) votedByHour[index] = row.voted;
    sparks.set(row.code, votedByHour);
  }
  return [...sparks].map(([unitCode, votedByHour]) => ({ code: unitCode, votedByHour }));
}
