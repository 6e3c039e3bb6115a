import { Conflict } from '#domain/errors.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { holdGate } from './gate.ts';
import type { EditionFile } from './sealEdition.ts';

export interface ZeroFeed {
  sealedAt: string;
  manifestHash: string;
  files: readonly EditionFile[];
}

/** Puts edition 0 out, whole and in the place of the one before. Throws Conflict once results are public. */
export async function putZeroFeed(
  db: DatabaseClient['db'],
  { sealedAt, manifestHash, files }: ZeroFeed,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      insert into published.edition (number, sealed_at, manifest_hash, approved_by) values (0, ${sealedAt}, ${manifestHash}, '{}')
      on conflict (number) do update set sealed_at = excluded.sealed_at, manifest_hash = excluded.manifest_hash`);
    await tx.execute(sql`delete from published.file where edition = 0`);
    await Promise.all(files.map((file) => insertFile(tx, file)));
    await holdGate(tx);
    const released = await tx.execute(sql`select from published.edition where number > 0`);
    if (released.length > 0) throw new Conflict('the results are public: the zero feed stays as it was');
  });
}

async function insertFile(tx: Transaction, { path, mediaType, sha256, bytes, gzip, br }: EditionFile): Promise<void> {
  await tx.execute(sql`
    insert into published.file (edition, path, media_type, sha256, size, bytes, gzip, br)
    values (0, ${path}, ${mediaType}, ${sha256}, ${bytes.length}, ${bytes}, ${gzip}, ${br})`);
}
