import { type Database, sql } from '../client.ts';
import { plainBytes } from './plainBytes.ts';

/** What is known of a file without its bytes. Sizes are in bytes; null where it is not kept in that encoding. */
export interface PublishedFile {
  path: string;
  mediaType: string;
  /** Hex, of the plain bytes. */
  sha256: string;
  sizes: { identity: number; gzip: number | null; br: number | null };
}

export interface PublishedBytes {
  identity: Uint8Array;
  gzip: Uint8Array | null;
  br: Uint8Array | null;
}

/** Every file of an edition. */
export async function listPublishedFiles(db: Database, edition: number): Promise<PublishedFile[]> {
  const rows = await db.execute<{
    path: string;
    media_type: string;
    sha256: string;
    size: number;
    gzip_size: number | null;
    br_size: number | null;
  }>(sql`
    select path, media_type, encode(sha256, 'hex') as sha256, size, length(gzip) as gzip_size,
      length(br) as br_size
    from published.file where edition = ${edition}`);
  return rows.map((row) => ({
    path: row.path,
    mediaType: row.media_type,
    sha256: row.sha256,
    sizes: { identity: row.size, gzip: row.gzip_size, br: row.br_size },
  }));
}

/** The bytes of a file, or null where it has gone or holds others by now. */
export async function findPublishedFile(
  db: Database,
  edition: number,
  { path, sha256 }: { path: string; sha256: string },
): Promise<PublishedBytes | null> {
  const [row] = await db.execute<{ bytes: Buffer | null; gzip: Buffer | null; br: Buffer | null }>(sql`
    select bytes, gzip, br from published.file
    where edition = ${edition} and path = ${path} and sha256 = decode(${sha256}, 'hex')`);
  return row ? { identity: plainBytes(row), gzip: row.gzip, br: row.br } : null;
}
