import { type Database, sql } from '../client.ts';

/** Whether the zero feed is missing, or a candidacy changed since it was made; never once results are public. */
export async function isZeroFeedStale(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ stale: boolean }>(sql`
    select not exists (select from published.edition where number > 0)
      and exists (select from board.window_change)
      and not exists (select from published.edition where number = 0 and sealed_at >= all (select announced_at from board.candidacy_change)) as stale`);
  return row?.stale === true;
}
