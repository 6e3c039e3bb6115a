import { type Database, sql } from '../client.ts';

/**
 * Another text as soon as anything changed in the register: every change of a case is an event. Ages in it are in whole hours of the
 * election's clock, so it changes with the hour too.
 */
export async function getCaseStamp(db: Database): Promise<string> {
  const [row] = await db.execute<{ stamp: string }>(sql`
    select e.id || '-' || coalesce((select max(id) from ops.violation_event), 0) || '-' || v.ops_version || '-' ||
      floor(extract(epoch from board.election_now()) / 3600) as stamp
    from board.election e, board.version v`);
  return row?.stamp ?? '';
}
