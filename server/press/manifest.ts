import { InvalidInput } from '#domain/errors.ts';
import { bundlePaths } from '#domain/results/bundlePaths.ts';

/** By code units, so that every machine sorts alike. */
export function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/** The text that `sha256sum -c` reads, a line a file. */
export function writeManifest(files: readonly { path: string; sha256: Buffer }[]): string {
  return [...files]
    .sort(byPath)
    .map(({ path, sha256 }) => `${sha256.toString('hex')}  ${path}\n`)
    .join('');
}

/** Hex SHA-256 by path. Throws InvalidInput with the line that is wrong. */
export function parseManifest(text: string): Map<string, string> {
  const hashes = new Map<string, string>();
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new InvalidInput(`${bundlePaths.manifest}: its last line is cut off`);
  for (const [index, line] of lines.entries()) {
    const place = `${bundlePaths.manifest}, line ${index + 1}`;
    const match = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line);
    const [, hash, path] = match ?? [];
    if (!hash || !path) throw new InvalidInput(`${place}: expected a SHA-256, two spaces and a path`);
    if (!isPlainPath(path)) throw new InvalidInput(`${place}: ${JSON.stringify(path)} leads out of the bundle`);
    if (hashes.has(path)) throw new InvalidInput(`${place}: ${path} stands there twice`);
    hashes.set(path, hash);
  }
  if (hashes.size === 0) throw new InvalidInput(`${bundlePaths.manifest}: it names no file`);
  return hashes;
}

/** A relative path with forward slashes that stays in its folder and prints on one line. */
export function isPlainPath(path: string): boolean {
  return !/[\\:\p{Cc}]/u.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
