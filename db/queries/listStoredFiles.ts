import { type Database, sql } from '../client.ts';
import { plainBytes } from './plainBytes.ts';

/** A public file in every encoding it is stored in. */
export interface StoredFile {
  path: string;
  sha256: Buffer;
  bytes: Buffer;
  gzip: Buffer | null;
  br: Buffer | null;
}

/** Those of the paths that the edition has. */
export async function listStoredFiles(db: Database, edition: number, paths: readonly string[]): Promise<StoredFile[]> {
  if (paths.length === 0) return [];
  const list = sql.join(
    paths.map((path) => sql`${path}`),
    sql`, `,
  );
  const rows = await db.execute<Omit<StoredFile, 'bytes'> & { bytes: Buffer | null }>(sql`
    select path, sha256, bytes, gzip, br from published.file where edition = ${edition} and path in (${list})`);
  return rows.map((row) => ({ ...row, bytes: plainBytes(row) }));
}
