import { dayMs, type FlowSpan, type MinuteRow } from '#domain/overview/flow.ts';
import { type Database, sql, toInstant } from '../client.ts';

/** Who was authorized and who voted in each minute of the span and of the same span a day before; empty minutes have no row. */
export async function listMinutes(db: Database, unitCode: string, { fromMs, untilMs }: FlowSpan): Promise<MinuteRow[]> {
  const [from, until, fromBefore, untilBefore] = [fromMs, untilMs, fromMs - dayMs, untilMs - dayMs].map((ms) =>
    new Date(ms).toISOString(),
  );
  const rows = await db.execute<{ minute: string; authorized: number; voted: number }>(sql`
    select minute, sum(authorized)::int as authorized, sum(voted)::int as voted from board.turnout_minute
    where unit_code = ${unitCode}
      and (minute >= ${from} and minute < ${until} or minute >= ${fromBefore} and minute < ${untilBefore})
    group by minute order by minute`);
  return rows.map((row) => ({ ...row, minute: toInstant(row.minute) }));
}
