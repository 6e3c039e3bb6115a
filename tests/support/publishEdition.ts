import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { TestDatabase } from './database.ts';

interface Options {
  releasedAt?: string;
  /** Done while nobody can read the board; what it commits is seen together with the release. */
  meanwhile?: () => Promise<unknown>;
}

/** Puts an edition out as the owner, as a release would: its rows, one version, one nudge. Returns that version; null for the zero feed. */
export async function publishEdition(
  { client }: Pick<TestDatabase, 'client'>,
  number: number,
  files: Record<string, object>,
  { releasedAt = '2020-10-06T12:00:00+06:00', meanwhile }: Options = {},
): Promise<number | null> {
  const stored = Object.entries(files).map(([path, content]) => ({
    path,
    bytes: Buffer.from(JSON.stringify(content)),
  }));
  const manifestHash = createHash('sha256')
    .update(stored.map(({ path, bytes }) => path + bytes).join())
    .digest('hex');
  return client.connection.begin(async (tx) => {
    if (meanwhile) await tx`lock table published.edition in access exclusive mode`;
    await meanwhile?.();
    await tx`delete from published.file where edition = ${number}`;
    await tx`delete from published.edition where number = ${number}`;
    await tx`
      insert into published.edition (number, sealed_at, released_at, manifest_hash, approved_by)
      values (${number}, ${releasedAt}, ${number > 0 ? releasedAt : null}, ${manifestHash}, ${['Aisha', 'Bolat']})`;
    for (const { path, bytes } of stored)
      await tx`
        insert into published.file (edition, path, media_type, sha256, size, gzip, br)
        values (${number}, ${path}, 'application/json', ${createHash('sha256').update(bytes).digest()}, ${bytes.length},
          ${gzipSync(bytes)}, ${brotliCompressSync(bytes)})`;
    if (number === 0) return null;
    const [row] = await tx<{ version: string }[]>`update board.version set version = version + 1 returning version`;
    await tx`update published.edition set version = ${row?.version ?? 0} where number = ${number}`;
    await tx`select pg_notify('board_version', ${row?.version ?? ''})`;
    return Number(row?.version);
  });
}
