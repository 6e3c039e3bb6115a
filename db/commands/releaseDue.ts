import { type Database, sql } from '../client.ts';

/** Releases the draft that is due, whole and once, whoever else tries. Returns the board's new version; null when nothing is due. */
export async function releaseDue(db: Database): Promise<number | null> {
  const [due] = await db.execute<{ due: boolean }>(sql`select published.is_due() as due`);
  if (!due?.due) return null;
  const [row] = await db.execute<{ version: string | null }>(sql`select published.release_due() as version`);
  return row?.version ? Number(row.version) : null;
}
