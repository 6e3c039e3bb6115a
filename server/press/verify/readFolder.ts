import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidInput } from '#domain/errors.ts';
import { type BundleLimits, bundleLimits, inMegabytes } from './bundleLimits.ts';

/** The files below a folder, by their path with forward slashes. Throws InvalidInput past a limit and for a link. */
export function readFolder(folder: string, limits: BundleLimits = bundleLimits): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let totalBytes = 0;
  const walk = (below: string) => {
    for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        walk(path);
        continue;
      }
      if (!entry.isFile()) throw new InvalidInput(`${path}: a link or device, a bundle has files only`);
      if (files.size === limits.files) throw new InvalidInput(`${folder}: more than ${limits.files} files`);
      totalBytes += statSync(join(folder, path)).size;
      if (totalBytes > limits.totalBytes)
        throw new InvalidInput(`${folder}: more than ${inMegabytes(limits.totalBytes)} in all`);
      files.set(path, readFileSync(join(folder, path)));
    }
  };
  walk('');
  return files;
}
