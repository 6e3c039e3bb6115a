import { bundlePaths } from '#domain/results/bundlePaths.ts';
import type { EditionHead } from '#domain/results/edition.ts';
import { type PublicKey, readPublicKey, verifySignature } from './bundleKey.ts';
import { readManifest, sha256 } from './bundleManifest.ts';
import type { BundleHead, BundleProblem, BundleVerdict, KnownKey } from './bundleVerdict.ts';
import { openZip, type ZipContent } from './openZip.ts';

export const largestBundleBytes = 512 * 1024 * 1024;

const parts = [bundlePaths.manifest, bundlePaths.signature, bundlePaths.publicKey] as const;
const headName = 'summary.json';

interface Options {
  keys: readonly KnownKey[];
  onProgress?: (done: number, total: number) => void;
}

/** Whether the zip is a bundle of this election, every file as it was sealed; computed here alone. */
export async function checkBundle(zip: Uint8Array, { keys, onProgress }: Options): Promise<BundleVerdict> {
  if (typeof crypto === 'undefined' || !crypto.subtle) return { state: 'insecure' };
  if (zip.length > largestBundleBytes) return invalid({ kind: 'tooLarge' });
  const content = openZip(zip);
  if (!content) return invalid({ kind: 'notZip' });
  const { hashes, kept, problems } = await readFiles(content, onProgress);
  const [manifest, signature, publicKey] = parts.map((name) => kept.get(name));
  if (!manifest || !signature || !publicKey)
    return invalid(...parts.filter((name) => !kept.has(name)).map((path) => ({ kind: 'noPart', path }) as const));
  const listed = readManifest(manifest);
  if (!(listed instanceof Map)) return invalid({ kind: 'manifestLine', line: listed.line });
  problems.push(...compare(listed, hashes));
  const key = await readPublicKey(new TextDecoder().decode(publicKey));
  if (!key) return invalid(...problems, { kind: 'keyFormat' });
  const isSigned = await verifySignature(key, signature, manifest);
  if (isSigned === false) problems.push({ kind: 'signature' });
  if (!(await isKnown(key, keys))) problems.push({ kind: 'unknownKey', keyId: key.id });
  if (problems.length > 0) return invalid(...problems);
  const head = readHead(kept.get(headName));
  return { state: isSigned === null ? 'hashesOnly' : 'valid', files: listed.size, keyId: key.id, head };
}

function invalid(...problems: BundleProblem[]): BundleVerdict {
  return { state: 'invalid', problems };
}

/** The hash of every file by its path inside the bundle's folder, and the few files that are read. */
async function readFiles({ paths, files }: ZipContent, onProgress?: Options['onProgress']) {
  const hashes = new Map<string, string>();
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const problems: BundleProblem[] = [];
  const folder = folderOf(paths);
  for (const { path: whole, bytes } of files()) {
    const path = whole.slice(folder.length);
    if (!bytes) {
      problems.push({ kind: 'damaged', path });
      hashes.set(path, '');
      continue;
    }
    if (path === headName || parts.some((name) => name === path)) kept.set(path, bytes);
    hashes.set(path, await sha256(bytes));
    onProgress?.(hashes.size, paths.length);
  }
  return { hashes, kept, problems };
}

/** The folder that all paths share, with its slash. */
function folderOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  const folder = first.slice(0, first.indexOf('/') + 1);
  return paths.every((path) => path.startsWith(folder)) ? folder : '';
}

function compare(listed: ReadonlyMap<string, string>, hashes: ReadonlyMap<string, string>): BundleProblem[] {
  const problems: BundleProblem[] = [];
  for (const [path, hash] of listed) {
    const found = hashes.get(path);
    if (found === undefined) problems.push({ kind: 'missing', path });
    else if (found !== '' && found !== hash) problems.push({ kind: 'changed', path });
  }
  for (const path of hashes.keys())
    if (!listed.has(path) && !parts.some((name) => name === path)) problems.push({ kind: 'unlisted', path });
  return problems;
}

async function isKnown(key: PublicKey, keys: readonly KnownKey[]): Promise<boolean> {
  for (const { publicKeyPem } of keys) {
    const known = await readPublicKey(publicKeyPem);
    if (known?.der.every((byte, index) => byte === key.der[index])) return true;
  }
  return false;
}

function readHead(bytes: Uint8Array | undefined): BundleHead | null {
  try {
    const head: EditionHead = JSON.parse(new TextDecoder().decode(bytes));
    const { electionId, edition, isTest, status, sealedAt } = head;
    return { electionId, edition, isTest, isZeroFeed: status === 'pre-election', sealedAt };
  } catch {
    return null;
  }
}
