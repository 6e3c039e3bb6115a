import type { QuarantineRule, Scope } from '#domain/board.ts';
import type { HeldDistrict } from '#domain/overview/overview.ts';
import { type Database, sql, toInstant } from '../client.ts';

/** Districts whose figures are held at their last good value; one that is in no region is the country's. */
export async function listHeldDistricts(db: Database, scope: Scope): Promise<HeldDistrict[]> {
  const rows = await db.execute<{ code: string; rule: QuarantineRule; since: string }>(sql`
    select q.district_code as code, q.rule, q.since
    from board.quarantine q left join board.unit u on u.code = q.district_code
    where q.lifted_at is null
      and (${scope.level} = 'country' or q.district_code = ${scope.code} or u.parent_code = ${scope.code})
    order by q.since, q.district_code`);
  return rows.map((row) => ({ ...row, since: toInstant(row.since) }));
}
