import { unzipSync } from 'fflate';

export interface ZipContent {
  /** Every path of the zip, without those of folders. */
  paths: readonly string[];
  /** Some files after others, so that the page stays awake; no bytes where a file is damaged. */
  files(): Generator<{ path: string; bytes: Uint8Array<ArrayBuffer> | null }>;
}

/** Unpacked at a time (bytes). */
const batchBytes = 2 * 1024 * 1024;
/** What a bundle may unpack to. */
const mostBytes = 512 * 1024 * 1024;

/** Null where the bytes are no zip, or claim to hold more than any bundle. */
export function openZip(zip: Uint8Array): ZipContent | null {
  const sizes = listSizes(zip);
  if (!sizes) return null;
  return { paths: [...sizes.keys()], files: () => unpack(zip, sizes) };
}

function listSizes(zip: Uint8Array): Map<string, number> | null {
  const sizes = new Map<string, number>();
  let total = 0;
  try {
    unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        if (!name.endsWith('/')) sizes.set(name, originalSize);
        return false;
      },
    });
  } catch {
    return null;
  }
  return sizes.size > 0 && total <= mostBytes ? sizes : null;
}

function* unpack(zip: Uint8Array, sizes: ReadonlyMap<string, number>) {
  for (const batch of batches(sizes)) {
    const files = unpackBatch(zip, batch);
    for (const path of batch) yield { path, bytes: files?.[path] ?? unpackBatch(zip, new Set([path]))?.[path] ?? null };
  }
}

/** Null where one of them is damaged. */
function unpackBatch(zip: Uint8Array, batch: ReadonlySet<string>) {
  try {
    return unzipSync(zip, { filter: ({ name }) => batch.has(name) });
  } catch {
    return null;
  }
}

function* batches(sizes: ReadonlyMap<string, number>) {
  let batch = new Set<string>();
  let total = 0;
  for (const [path, size] of sizes) {
    batch.add(path);
    total += size;
    if (total < batchBytes) continue;
    yield batch;
    batch = new Set();
    total = 0;
  }
  if (batch.size > 0) yield batch;
}
