import type { DatabaseClient } from '#db/client.ts';
import type { Feed } from '#db/queries/getFeed.ts';
import { listResultPaths } from '#db/queries/listResultPaths.ts';
import { listStoredFiles } from '#db/queries/listStoredFiles.ts';
import { NotFound } from '#domain/errors.ts';
import { type RenderedFile, storedFile } from './renderedFiles.ts';

/** Bytes of one edition kept in memory, over all encodings; past that the files used longest ago are read again. */
const mostBytes = 128 * 1024 * 1024;
const preloaded = /^(?:summary|regions\/[^/]+)\.json$/;

export type ResultsEdition = NonNullable<Feed['results']>;

/** The JSON files of the newest public edition, in memory. */
export interface ResultFiles {
  /** Takes the edition's list of files and those that everybody asks for first, then serves it and no other. */
  open(edition: ResultsEdition | null): Promise<void>;
  /** Throws NotFound. */
  find(path: string): Promise<RenderedFile>;
}

interface OpenEdition extends ResultsEdition {
  paths: ReadonlySet<string>;
  files: Map<string, { file: Promise<RenderedFile>; size: number }>;
  size: number;
}

export function createResultFiles(db: DatabaseClient['db']): ResultFiles {
  let current: OpenEdition | null = null;

  const load = async (edition: OpenEdition, path: string): Promise<RenderedFile> => {
    const [stored] = await listStoredFiles(db, edition.edition, [path]);
    if (!stored) throw new NotFound(path);
    const known = edition.files.get(path);
    if (known) grow(edition, known, sizeOf(stored));
    return storedFile(stored);
  };
  const open = async (edition: ResultsEdition | null) => {
    if (edition?.edition === current?.edition && edition?.manifestHash === current?.manifestHash) return;
    if (!edition) {
      current = null;
      return;
    }
    const paths = new Set(await listResultPaths(db, edition.edition));
    const next: OpenEdition = { ...edition, paths, files: new Map(), size: 0 };
    const first = await listStoredFiles(
      db,
      edition.edition,
      [...paths].filter((path) => preloaded.test(path)),
    );
    for (const stored of first) {
      const entry = { file: Promise.resolve(storedFile(stored)), size: 0 };
      next.files.set(stored.path, entry);
      grow(next, entry, sizeOf(stored));
    }
    current = next;
  };
  const find = (path: string) => {
    const edition = current;
    if (!edition?.paths.has(path)) return Promise.reject(new NotFound(path));
    const known = edition.files.get(path);
    if (known) {
      edition.files.delete(path);
      edition.files.set(path, known);
      return known.file;
    }
    const file = load(edition, path);
    edition.files.set(path, { file, size: 0 });
    file.catch(() => edition.files.delete(path));
    return file;
  };
  return { open, find };
}

function sizeOf({ bytes, gzip, br }: { bytes: Buffer; gzip: Buffer | null; br: Buffer | null }): number {
  return bytes.length + (gzip?.length ?? 0) + (br?.length ?? 0);
}

/** Counts what an entry takes now, and lets go of those used longest ago. */
function grow(edition: OpenEdition, entry: { size: number }, size: number): void {
  entry.size = size;
  edition.size += size;
  for (const [path, oldest] of edition.files) {
    if (edition.size <= mostBytes) return;
    if (oldest === entry || oldest.size === 0) continue;
    edition.files.delete(path);
    edition.size -= oldest.size;
  }
}
