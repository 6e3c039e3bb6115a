import { createHash } from 'node:crypto';
import { bundleFolder, bundlePaths } from '#domain/results/bundlePaths.ts';
import type { EditionInput } from '#domain/results/composeEdition.ts';
import { parseManifest, writeManifest } from '#server/press/manifest.ts';
import type { PressFile } from '#server/press/pressFile.ts';
import { renderEdition } from '#server/press/renderEdition.ts';
import { type SealedBundle, sealBundle } from '#server/press/sealBundle.ts';
import type { SigningKey } from '#server/press/signingKey.ts';
import { zipBundle } from '#server/press/zipBundle.ts';
import { composeSmallEdition } from '#tests/support/smallResults.ts';

export const smallFolder = bundleFolder('small', 1);

/** The small election's edition, signed; `change` may alter its files before. */
export async function sealSmall(
  { privateKeyPem }: SigningKey,
  options: Partial<EditionInput> = {},
  change: (files: PressFile[]) => PressFile[] = (files) => files,
): Promise<SealedBundle> {
  const edition = composeSmallEdition(options);
  const { electionId, edition: number, sealedAt } = edition.head;
  return sealBundle(change(renderEdition(edition)), { privateKeyPem, electionId, edition: number, sealedAt });
}

/** What a bundle's zip has in it, by path. */
export function bundleFiles({ files }: SealedBundle): Map<string, Buffer> {
  return new Map(files.filter(({ path }) => path !== bundlePaths.bundle).map(({ path, bytes }) => [path, bytes]));
}

export function zipBytes({ files }: SealedBundle): Buffer {
  return getBytes(new Map(files.map(({ path, bytes }) => [path, bytes])), bundlePaths.bundle);
}

export function getBytes(files: ReadonlyMap<string, Buffer>, path: string): Buffer {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`no ${path}`);
  return bytes;
}

/** A zip as anybody could make it, without the key. */
export function zipOf(files: Iterable<[string, Buffer]>, folder = smallFolder): Buffer {
  const entries = [...files].map(([path, bytes]) => ({ path, bytes, gzip: null }));
  return zipBundle(entries, folder, '2020-10-04T16:00:00+06:00');
}

/** The same files with a manifest that fits them, and the old signature. */
export function rehash(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const listed = [...parseManifest(getBytes(files, bundlePaths.manifest).toString()).keys()];
  const manifest = writeManifest(
    listed.map((path) => ({ path, sha256: createHash('sha256').update(getBytes(files, path)).digest() })),
  );
  return new Map([...files, [bundlePaths.manifest, Buffer.from(manifest)]]);
}

/** With one byte of one file turned. */
export function turnByte(files: ReadonlyMap<string, Buffer>, path: string): Map<string, Buffer> {
  const bytes = Buffer.from(getBytes(files, path));
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  return new Map([...files, [path, bytes]]);
}
