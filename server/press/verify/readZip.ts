import { crc32, inflateRawSync } from 'node:zlib';
import { InvalidInput } from '#domain/errors.ts';
import { bundlePaths } from '#domain/results/bundlePaths.ts';
import { isPlainPath } from '../manifest.ts';
import { type BundleLimits, bundleLimits, inMegabytes } from './bundleLimits.ts';
import { listZipEntries, type ZipEntry } from './listZipEntries.ts';

const marks = ['PK\x03\x04', 'PK\x05\x06'];

/** The files in the one folder of a zip, by path below it; nothing is inflated before all names and sizes are known. Throws InvalidInput. */
export function readZip(zip: Buffer, place: string, limits: BundleLimits = bundleLimits): Map<string, Buffer> {
  if (!marks.includes(zip.toString('latin1', 0, 4))) throw new InvalidInput(`${place}: not a zip`);
  const entries = damagedAt(place, () => listZipEntries(zip));
  checkEntries(entries, place, limits);
  const top = topFolder(
    entries.map(({ name }) => name),
    place,
  );
  const files = entries.filter(({ name }) => !name.endsWith('/'));
  return new Map(files.map((entry) => [entry.name.slice(top.length), damagedAt(place, () => inflate(entry))]));
}

function checkEntries(entries: readonly ZipEntry[], place: string, limits: BundleLimits): void {
  if (entries.length > limits.files) throw new InvalidInput(`${place}: more than ${limits.files} files`);
  const names = new Set<string>();
  let totalBytes = 0;
  for (const { name, size } of entries) {
    const shown = JSON.stringify(name);
    if (!isPlainPath(name.replace(/\/$/, ''))) throw new InvalidInput(`${place}: ${shown} leads out of its folder`);
    if (names.has(name)) throw new InvalidInput(`${place}: ${shown} stands in it twice`);
    if (size > limits.fileBytes) throw new InvalidInput(`${place}: ${shown} would take ${inMegabytes(size)}`);
    names.add(name);
    totalBytes += size;
  }
  if (totalBytes > limits.totalBytes)
    throw new InvalidInput(`${place}: its files would take more than ${inMegabytes(limits.totalBytes)}`);
}

/** Stops at the size that was claimed, whatever the bytes would grow to. */
function inflate({ name, method, crc, size, packed }: ZipEntry): Buffer {
  if (method !== 0 && method !== 8) throw new InvalidInput(`${JSON.stringify(name)} is compressed in an unknown way`);
  const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  if (bytes.length !== size || crc32(bytes) !== crc)
    throw new InvalidInput(`${JSON.stringify(name)} is not what it was`);
  return bytes;
}

/** `saylau-…/`, in which every name must stand; empty where the manifest stands at the top. */
function topFolder(names: readonly string[], place: string): string {
  if (names.includes(bundlePaths.manifest)) return '';
  const manifest = names.find((name) => /^[^/]+\//.test(name) && name.split('/')[1] === bundlePaths.manifest);
  if (!manifest) throw new InvalidInput(`${place}: no ${bundlePaths.manifest} in it; not an edition's bundle`);
  const top = manifest.slice(0, -bundlePaths.manifest.length);
  const outside = names.find((name) => !name.startsWith(top));
  if (outside !== undefined) throw new InvalidInput(`${place}: ${JSON.stringify(outside)} stands outside of ${top}`);
  return top;
}

function damagedAt<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new InvalidInput(
      `${place}: the zip is damaged or cut off: ${error instanceof Error ? error.message : error}`,
    );
  }
}
