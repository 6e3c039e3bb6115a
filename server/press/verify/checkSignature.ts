import { verify } from 'node:crypto';
import { InvalidInput } from '#domain/errors.ts';
import { bundlePaths } from '#domain/results/bundlePaths.ts';
import { keyIdOf, parsePublicKey } from '../signingKey.ts';
import type { BundleFiles } from './readBundle.ts';

export interface SignatureCheck {
  keyId: string;
  problems: string[];
}

/** Checks the manifest's signature with the reader's key, or with the bundle's own. Throws InvalidInput where a part is missing or no key. */
export function checkSignature(files: BundleFiles, trustedKeyPem: string | null): SignatureCheck {
  const manifest = getPart(files, bundlePaths.manifest);
  const signature = getPart(files, bundlePaths.signature);
  const bundleKeyPem = getPart(files, bundlePaths.publicKey).toString('utf8');
  const bundleKey = parsePublicKey(bundleKeyPem, bundlePaths.publicKey);
  const trustedKey = trustedKeyPem === null ? bundleKey : parsePublicKey(trustedKeyPem, '--key');
  const keyId = keyIdOf(trustedKeyPem ?? bundleKeyPem);
  const problems: string[] = [];
  if (!trustedKey.equals(bundleKey))
    problems.push(`${bundlePaths.publicKey} is key ${keyIdOf(bundleKeyPem)}, yours is ${keyId}`);
  if (!verify(null, manifest, trustedKey, signature))
    problems.push(`${bundlePaths.signature} is not a signature of ${bundlePaths.manifest} by key ${keyId}`);
  return { keyId, problems };
}

function getPart(files: BundleFiles, path: string): Buffer {
  const bytes = files.get(path);
  if (!bytes) throw new InvalidInput(`${path} is missing: not an edition's bundle, or not all of it`);
  return bytes;
}
