import type { Names } from '#domain/languages.ts';
import { type Database, sql, toInstant } from '../client.ts';

/** An edition that is public; 0 is the zero feed. */
export interface PublicEdition {
  number: number;
  /** The board's version that its release made; the zero feed has none. */
  version: number | null;
  sealedAt: string;
  releasedAt: string | null;
  /** SHA-256 of its manifest, hex. */
  manifestHash: string;
  reason: Names | null;
  approvedBy: string[];
}

/** Every edition that is public, the oldest first. */
export async function listEditions(db: Database): Promise<PublicEdition[]> {
  const rows = await db.execute<{
    number: number;
    version: string | null;
    sealed_at: string;
    released_at: string | null;
    manifest_hash: string;
    reason: Names | null;
    approved_by: string[];
  }>(sql`
    select number, version, sealed_at, released_at, manifest_hash, reason, approved_by
    from published.edition order by number`);
  return rows.map((row) => ({
    number: row.number,
    version: row.version === null ? null : Number(row.version),
    sealedAt: toInstant(row.sealed_at),
    releasedAt: row.released_at && toInstant(row.released_at),
    manifestHash: row.manifest_hash,
    reason: row.reason,
    approvedBy: row.approved_by,
  }));
}
