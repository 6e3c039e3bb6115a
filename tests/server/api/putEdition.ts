import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Database, sql } from '#db/client.ts';

const names = (text: string) => ({ kk: text, ru: text, en: text });

export const editionTexts = (number: number) => ({
  'summary.json': JSON.stringify({ edition: number, filler: 'figures '.repeat(400) }),
  'contests/council-A.csv': `id,votes\r\nc1,${number}\r\n`,
});

/** Puts rows of an edition where the release puts them; texts are compressed, the bundle is not. */
export async function putEdition(
  db: Database,
  number: number,
  files: Record<string, string | Buffer> = { ...editionTexts(number), 'bundle.zip': Buffer.alloc(300_000, number) },
): Promise<void> {
  const [version] = await db.execute<{ version: string }>(
    sql`update board.version set version = version + 1 returning version`,
  );
  const releasedAt = `2020-10-0${6 + number}T06:00:00Z`;
  await db.execute(sql`delete from published.file where edition = ${number}`);
  await db.execute(sql`delete from published.edition where number = ${number}`);
  await db.execute(sql`
    insert into published.edition (number, version, sealed_at, released_at, manifest_hash, reason, approved_by)
    values (${number}, ${number === 0 ? null : version?.version}, '2020-10-05T12:00:00Z', ${number === 0 ? null : releasedAt},
      ${createHash('sha256').update(JSON.stringify(files)).digest('hex')},
      ${number > 1 ? JSON.stringify(names('A protocol was typed twice')) : null}::jsonb, array['A. Serikova', 'D. Akhmetov'])`);
  for (const [path, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const compressed = !path.endsWith('.zip');
    await db.execute(sql`
      insert into published.file (edition, path, media_type, sha256, size, bytes, gzip, br)
      values (${number}, ${path}, ${mediaTypeOf(path)}, sha256(${bytes}), ${bytes.length}, ${compressed ? null : bytes}, ${compressed ? gzipSync(bytes) : null},
        ${compressed ? brotliCompressSync(bytes) : null})`);
  }
}

function mediaTypeOf(path: string): string {
  if (path.endsWith('.zip')) return 'application/zip';
  return path.endsWith('.csv') ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8';
}
