import type { ContestResult } from '#domain/results/edition.ts';
import { ContestFile } from '#domain/results/resultFiles.ts';
import { type Database, sql } from '../client.ts';
import { plainBytes } from '../queries/plainBytes.ts';

/** Number of the newest released edition; 0 before the first. */
export async function getLastEdition(db: Database): Promise<number> {
  const [row] = await db.execute<{ number: number }>(
    sql`select coalesce(max(number), 0) as number from published.edition where number > 0`,
  );
  return row?.number ?? 0;
}

/** Every contest of a released edition in the package's order, from its own files; null for edition 0. */
export async function getContestsOf(db: Database, edition: number): Promise<ContestResult[] | null> {
  if (edition === 0) return null;
  const rows = await db.execute<{ bytes: Buffer | null; gzip: Buffer | null }>(sql`
    select f.bytes, f.gzip
    from board.contest c join published.file f on f.edition = ${edition} and f.path = 'contests/' || c.id || '.json'
    order by c.position, c.id`);
  return rows.map((row) => ContestFile.parse(JSON.parse(plainBytes(row).toString())).contest);
}

/** Contests of the newest released edition; null before the first. */
export async function getPreviousContests(db: Database): Promise<ContestResult[] | null> {
  return getContestsOf(db, await getLastEdition(db));
}
