import type { Scope } from '#domain/board.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { type Database, sql } from '../client.ts';

/** On the roll, authorized and voted, as the board shows them. */
export async function getScopeFigures(db: Database, { level, code }: Scope): Promise<Overview['figures']> {
  const [row] = await db.execute<Overview['figures'] & Record<string, unknown>>(sql`
    select coalesce(sum(u.eligible + u.special_list), 0)::int as eligible, coalesce(sum(t.authorized), 0)::int as authorized,
      coalesce(sum(t.voted), 0)::int as voted
    from board.unit u left join (
      select district_code, sum(shown_authorized) as authorized, sum(shown_voted) as voted from board.turnout group by 1
    ) t on t.district_code = u.code
    where u.level = 'district' and (${level} = 'country' or u.code = ${code} or u.parent_code = ${code})`);
  return row ?? { eligible: 0, authorized: 0, voted: 0 };
}
