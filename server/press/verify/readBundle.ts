import { readFileSync, statSync } from 'node:fs';
import { InvalidInput } from '#domain/errors.ts';
import { bundleLimits, inMegabytes } from './bundleLimits.ts';
import { readFolder } from './readFolder.ts';
import { readZip } from './readZip.ts';

/** Bytes by path, without the folder at the top. */
export type BundleFiles = ReadonlyMap<string, Buffer>;

/** The files of a zip, or of the folder that it was unpacked to. Throws InvalidInput. */
export function readBundle(path: string): BundleFiles {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new InvalidInput(`${path}: there is no such file or folder`);
  if (found.isDirectory()) return readFolder(path);
  if (!found.isFile()) throw new InvalidInput(`${path}: expected a zip or a folder`);
  if (found.size > bundleLimits.zipBytes) {
    throw new InvalidInput(
      `${path}: it has ${inMegabytes(found.size)}, a bundle at most ${inMegabytes(bundleLimits.zipBytes)}`,
    );
  }
  return readZip(readFileSync(path), path);
}
