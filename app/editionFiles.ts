import {
  findPublishedFile,
  listPublishedFiles,
  type PublishedBytes,
  type PublishedFile,
} from '#db/queries/findPublishedFile.ts';
import type { PublicEdition } from '#db/queries/listEditions.ts';
import { NotFound } from '#domain/errors.ts';
import { createByteCache } from './api/byteCache.ts';
import { getDatabase } from './database.ts';

const maxBytes = 64 * 1024 * 1024;
const maxIndexes = 16;
// On globalThis, so that every route shares one.
const held = globalThis as typeof globalThis & {
  saylauFiles?: ReturnType<typeof createByteCache<PublishedBytes>>;
  saylauIndexes?: Map<string, Promise<ReadonlyMap<string, PublishedFile>>>;
};
held.saylauFiles ??= createByteCache<PublishedBytes>(maxBytes);
held.saylauIndexes ??= new Map();
const files = held.saylauFiles;
const indexes = held.saylauIndexes;

/** What is known of an edition's file without its bytes: from memory once the edition was asked for. Throws NotFound. */
export async function getEditionFile(edition: PublicEdition, path: string): Promise<PublishedFile> {
  const file = (await readIndex(edition)).get(path);
  if (!file) throw new NotFound(path);
  return file;
}

/** The bytes of a file in every encoding it is kept in. Throws NotFound where it has been replaced by now. */
export async function readEditionBytes(edition: PublicEdition, file: PublishedFile): Promise<PublishedBytes> {
  const { identity, gzip, br } = file.sizes;
  return files.get(file.sha256, identity + (gzip ?? 0) + (br ?? 0), async () => {
    const bytes = await findPublishedFile(getDatabase(), edition.number, file);
    if (bytes) return bytes;
    indexes.delete(edition.manifestHash);
    throw new NotFound(file.path);
  });
}

/** Every path of the edition. By its hash: another election, and another zero feed, has other files under the same number. */
function readIndex({ number, manifestHash }: PublicEdition): Promise<ReadonlyMap<string, PublishedFile>> {
  const known = indexes.get(manifestHash);
  if (known) return known;
  const reading = listPublishedFiles(getDatabase(), number).then(
    (list) => new Map(list.map((file) => [file.path, file])),
  );
  indexes.set(manifestHash, reading);
  reading.catch(() => indexes.delete(manifestHash));
  const oldest = indexes.size > maxIndexes ? indexes.keys().next().value : undefined;
  if (oldest !== undefined) indexes.delete(oldest);
  return reading;
}
