import { type Database, sql } from '../client.ts';

/** The paths of an edition's JSON files that the pages draw. */
export async function listResultPaths(db: Database, edition: number): Promise<string[]> {
  const rows = await db.execute<{ path: string }>(sql`
    select path from published.file
    where edition = ${edition} and path ~ '^(summary|(regions|districts|contests)/[A-Za-z0-9-]+)\\.json$'`);
  return rows.map((row) => row.path);
}
