import { createHash } from 'node:crypto';
import { bundlePaths } from '#domain/results/bundlePaths.ts';
import { parseManifest } from '../manifest.ts';
import type { BundleFiles } from './readBundle.ts';

const unlisted: readonly string[] = [bundlePaths.manifest, bundlePaths.signature, bundlePaths.publicKey];

export interface HashCheck {
  /** Files that the manifest names. */
  listed: number;
  problems: string[];
}

/** Every file that the manifest names is there unchanged, and no other. Throws InvalidInput for a manifest that is none. */
export function checkHashes(files: BundleFiles): HashCheck {
  const hashes = parseManifest(files.get(bundlePaths.manifest)?.toString('utf8') ?? '');
  const changed = [...hashes].flatMap(([path, hash]) => {
    const bytes = files.get(path);
    if (!bytes) return `${path} is missing`;
    return createHash('sha256').update(bytes).digest('hex') === hash ? [] : `${path} was changed`;
  });
  const extra = [...files.keys()].filter((path) => !hashes.has(path) && !unlisted.includes(path));
  return {
    listed: hashes.size,
    problems: [...changed, ...extra.map((path) => `${path} is not in ${bundlePaths.manifest}`)],
  };
}
