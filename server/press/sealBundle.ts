import { createHash, sign } from 'node:crypto';
import { bundleFolder, bundlePaths } from '#domain/results/bundlePaths.ts';
import { type Compressed, compressFile } from './compressFile.ts';
import { byPath, writeManifest } from './manifest.ts';
import type { PressFile } from './pressFile.ts';
import { publicKeyOf } from './signingKey.ts';
import { zipBundle } from './zipBundle.ts';

export interface SealedFile {
  path: string;
  mediaType: string;
  bytes: Buffer;
  sha256: Buffer;
  /** Null where compressing does not help. */
  gzip: Buffer | null;
  br: Buffer | null;
}

export interface SealedBundle {
  /** Hex SHA-256 of manifest.sha256: what people approve. */
  manifestHash: string;
  /** The edition's files, the manifest, its signature, the public key and the zip of them all; by path. */
  files: SealedFile[];
}

export interface SealOptions {
  privateKeyPem: string;
  electionId: string;
  edition: number;
  sealedAt: string;
}

/** As many as libuv has threads for. */
const parallelFiles = 4;
const uncompressed: Compressed = { gzip: null, br: null };

/** Hashes, compresses, signs and zips the files of an edition. The same files, key and options give the same bytes. */
export async function sealBundle(files: readonly PressFile[], options: SealOptions): Promise<SealedBundle> {
  const own = await sealFiles(files);
  const manifest = await sealText(bundlePaths.manifest, 'text/plain; charset=utf-8', writeManifest(own));
  const publicKeyPem = publicKeyOf(options.privateKeyPem);
  const publicKey = await sealText(bundlePaths.publicKey, 'application/x-pem-file', publicKeyPem);
  const signatureBytes = sign(null, manifest.bytes, options.privateKeyPem);
  const signature = sealBytes(bundlePaths.signature, 'application/octet-stream', signatureBytes, uncompressed);
  const inZip = [...own, manifest, signature, publicKey];
  const zip = zipBundle(inZip, bundleFolder(options.electionId, options.edition), options.sealedAt);
  const bundle = sealBytes(bundlePaths.bundle, 'application/zip', zip, uncompressed);
  return { manifestHash: manifest.sha256.toString('hex'), files: [...inZip, bundle].sort(byPath) };
}

async function sealFiles(files: readonly PressFile[]): Promise<SealedFile[]> {
  const sealed: SealedFile[] = [];
  const waiting = files.values();
  const worker = async () => {
    for (const { path, mediaType, text } of waiting) sealed.push(await sealText(path, mediaType, text));
  };
  await Promise.all(Array.from({ length: parallelFiles }, worker));
  return sealed.sort(byPath);
}

async function sealText(path: string, mediaType: string, text: string): Promise<SealedFile> {
  const bytes = Buffer.from(text, 'utf8');
  return sealBytes(path, mediaType, bytes, await compressFile(bytes));
}

function sealBytes(path: string, mediaType: string, bytes: Buffer, compressed: Compressed): SealedFile {
  return { path, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest(), ...compressed };
}
