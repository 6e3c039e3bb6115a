import { type Database, sql, toInstant } from '../client.ts';

export interface SigningKey {
  id: string;
  publicKeyPem: string;
  addedAt: string;
}

/** The keys that bundles are signed with, the newest first. */
export async function listSigningKeys(db: Database): Promise<SigningKey[]> {
  const rows = await db.execute<{ id: string; public_key_pem: string; added_at: string }>(
    sql`select id, public_key_pem, added_at from published.signing_key order by added_at desc, id`,
  );
  return rows.map((row) => ({ id: row.id, publicKeyPem: row.public_key_pem, addedAt: toInstant(row.added_at) }));
}
