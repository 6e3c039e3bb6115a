import { type Database, sql } from '../client.ts';

/** Another text as soon as any incident changed: cheap enough to be asked for every two seconds. */
export async function getIncidentStamp(db: Database): Promise<string> {
  const [row] = await db.execute<{ stamp: string }>(sql`
    select count(*) || '-' || coalesce(sum(row_version), 0) || '-' || (select ops_version from board.version) as stamp
    from ops.incident`);
  return row?.stamp ?? '';
}
