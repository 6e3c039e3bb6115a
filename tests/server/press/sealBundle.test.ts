import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundlePaths } from '#domain/results/bundlePaths.ts';
import { renderEdition } from '#server/press/renderEdition.ts';
import type { SealedBundle } from '#server/press/sealBundle.ts';
import { createSigningKey } from '#server/press/signingKey.ts';
import { readZip } from '#server/press/verify/readZip.ts';
import { composeSmallEdition } from '#tests/support/smallResults.ts';
import { hasPrograms } from '../../support/hasPrograms.ts';
import { bundleFiles, getBytes, sealSmall, smallFolder, zipBytes } from './sealedSmall.ts';

const key = createSigningKey();

describe('a signed bundle', () => {
  let bundle: SealedBundle;
  beforeAll(async () => {
    bundle = await sealSmall(key);
  });

  it('has every file of the edition, the manifest, its signature, the key and the zip', () => {
    const own = renderEdition(composeSmallEdition()).map(({ path }) => path);
    expect(bundle.files.map(({ path }) => path).toSorted()).toEqual([...own, ...Object.values(bundlePaths)].toSorted());
  });

  it('is named by the hash of its manifest, which names each file once and in order', () => {
    const manifest = getBytes(bundleFiles(bundle), bundlePaths.manifest);
    expect(bundle.manifestHash).toBe(createHash('sha256').update(manifest).digest('hex'));
    const paths = manifest
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66));
    expect(paths).toEqual([...new Set(paths)].sort());
    expect(paths).toContain('verify.txt');
  });

  it('holds the bytes of each file in both encodings, none where that would not help', () => {
    for (const { bytes, sha256, gzip, br } of bundle.files) {
      expect(sha256).toEqual(createHash('sha256').update(bytes).digest());
      if (gzip) expect(gunzipSync(gzip)).toEqual(bytes);
      if (br) expect(brotliDecompressSync(br)).toEqual(bytes);
      for (const encoded of [gzip, br]) expect(encoded?.length ?? 0).toBeLessThan(bytes.length);
    }
    const bare = bundle.files.filter(({ gzip, br }) => !gzip && !br).map(({ path }) => path);
    expect(bare).toEqual([bundlePaths.bundle, bundlePaths.signature]);
  });

  it('zips the very bytes that stand beside it', () => {
    const zipped = readZip(zipBytes(bundle), 'bundle.zip');
    const beside = bundleFiles(bundle);
    expect([...zipped.keys()].toSorted()).toEqual([...beside.keys()].toSorted());
    for (const [path, bytes] of beside) expect(getBytes(zipped, path).equals(bytes)).toBe(true);
  });
});

describe('the same edition and key', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it('give the same bytes, whatever the time zone of the machine', async () => {
    process.env.TZ = 'Asia/Almaty';
    const here = await sealSmall(key);
    const offset = new Date(0).getTimezoneOffset();
    process.env.TZ = 'America/Los_Angeles';
    expect(new Date(0).getTimezoneOffset()).not.toBe(offset);
    const there = await sealSmall(key);
    expect(there).toEqual(here);
  });

  it('give another manifest and signature once one figure is another', async () => {
    const [first, second] = [
      await sealSmall(key),
      await sealSmall(key, { turnout: new Map([['XX-A-1', { eligible: 1_000, specialList: 0, voted: 101 }]]) }),
    ];
    expect(second.manifestHash).not.toBe(first.manifestHash);
    const signatures = [first, second].map((bundle) => getBytes(bundleFiles(bundle), bundlePaths.signature));
    expect(signatures[0]).toHaveLength(64);
    expect(signatures[1]).not.toEqual(signatures[0]);
  });
});

describe.skipIf(!hasPrograms('unzip', 'openssl', 'sha256sum')).each([
  ['results', {}],
  ['a zero feed', { protocols: null }],
])('with openssl and sha256sum alone, a bundle of %s', (_, options) => {
  let folder = '';
  let unpacked = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saylau-bundle-'));
    writeFileSync(join(folder, 'bundle.zip'), zipBytes(await sealSmall(key, options)));
    execFileSync('unzip', ['-q', 'bundle.zip'], { cwd: folder });
    const tops = readdirSync(folder).filter((name) => name !== 'bundle.zip');
    expect(tops).toHaveLength(1);
    unpacked = join(folder, tops[0] ?? '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (command: string) =>
    execFileSync('sh', ['-c', command], { cwd: unpacked, encoding: 'utf8', stdio: 'pipe' });
  /** The commands that verify.txt tells, of which one is for macOS. */
  const commands = () =>
    readFileSync(join(unpacked, 'verify.txt'), 'utf8')
      .split('ENGLISH')[1]
      ?.split('\n')
      .flatMap((line) => /^ {3}((?:sha256sum|openssl) .*)$/.exec(line)?.[1] ?? []) ?? [];

  it('passes by the commands that it tells itself', () => {
    const [hashes = '', signature = '', keyId = ''] = commands();
    expect(run(hashes)).toBe('');
    expect(run(signature)).toContain('Signature Verified Successfully');
    expect(run(keyId).slice(0, 16)).toBe(key.id);
  });

  it('fails by them once a file or the list of files was changed', () => {
    const [hashes = '', signature = ''] = commands();
    const change = (path: string) => writeFileSync(join(unpacked, path), ' ', { flag: 'a' });
    change('votes.csv');
    expect(() => run(hashes)).toThrow();
    change(bundlePaths.manifest);
    expect(() => run(signature)).toThrow();
  });
});

it('a bundle has one folder, named after the election and the edition', async () => {
  const zip = zipBytes(await sealSmall(key));
  expect(zip.toString('latin1')).toContain(`${smallFolder}/summary.json`);
  expect(smallFolder).toBe('saylau-small-edition-1');
});
