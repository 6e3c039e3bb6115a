import { type Database, sql } from '../client.ts';

/** Changes of the schedule that wait for a second person. */
export async function countProposals(db: Database): Promise<number> {
  const [row] = await db.execute<{ open: number }>(sql`
    select count(*)::int as open from ops.schedule_proposal where state = 'open'`);
  return row?.open ?? 0;
}
