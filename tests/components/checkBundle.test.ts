import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BundleVerdict, KnownKey } from '#components/press/bundleVerdict.ts';
import { checkBundle } from '#components/press/checkBundle.ts';
import { bundleFolder, bundlePaths } from '#domain/results/bundlePaths.ts';
import { sealBundle } from '#server/press/sealBundle.ts';
import { createSigningKey } from '#server/press/signingKey.ts';

const key = createSigningKey();
const keys: KnownKey[] = [{ id: key.id, publicKeyPem: key.publicKeyPem }];
const head = {
  electionId: 'small',
  isTest: true,
  edition: 2,
  status: 'complete',
  corrects: 1,
  reason: null,
  sealedAt: '2020-10-06T11:00:00+06:00',
};
const folder = bundleFolder('small', 2);

const sealWith = async (privateKeyPem: string) => {
  const { files } = await sealBundle(
    [
      { path: 'summary.json', mediaType: 'application/json', text: JSON.stringify(head) },
      { path: 'votes.csv', mediaType: 'text/csv', text: 'contest,votes\ncouncil-A,12\n'.repeat(100) },
      { path: 'contests/council-A.json', mediaType: 'application/json', text: '{"votes":12}' },
    ],
    { privateKeyPem, electionId: 'small', edition: 2, sealedAt: head.sealedAt },
  );
  const bundle = files.find(({ path }) => path === bundlePaths.bundle);
  if (!bundle) throw new Error('no bundle');
  return new Uint8Array(bundle.bytes);
};

describe('a bundle checked in the browser', () => {
  let bundle: Uint8Array;
  beforeAll(async () => {
    bundle = await sealWith(key.privateKeyPem);
  });
  const check = (zip: Uint8Array) => checkBundle(zip, { keys });
  /** The bundle with some of its files changed, added or (null) left out. */
  const tampered = (changes: Record<string, Uint8Array | null>, source = bundle) => {
    const files = new Map<string, Uint8Array>(Object.entries(unzipSync(source)));
    for (const [path, bytes] of Object.entries(changes)) {
      if (bytes) files.set(`${folder}/${path}`, bytes);
      else files.delete(`${folder}/${path}`);
    }
    return zipSync(Object.fromEntries(files));
  };
  const problemsOf = (verdict: BundleVerdict) => (verdict.state === 'invalid' ? verdict.problems : verdict.state);

  test('is genuine as it was sealed, and says which edition it is', async () => {
    const progress: number[] = [];
    const verdict = await checkBundle(bundle, { keys, onProgress: (done) => progress.push(done) });
    expect(verdict).toEqual({
      state: 'valid',
      files: 3,
      keyId: key.id,
      head: { electionId: 'small', edition: 2, isTest: true, isZeroFeed: false, sealedAt: head.sealedAt },
    });
    expect(progress).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Object.keys(unzipSync(bundle)).every((path) => path.startsWith(`${folder}/`))).toBe(true);
  });

  test('names the file that was changed, left out or slipped in', async () => {
    const zip = tampered({
      'votes.csv': strToU8('contest,votes\ncouncil-A,13\n'),
      'contests/council-A.json': null,
      'contests/council-B.json': strToU8('{}'),
    });
    expect(problemsOf(await check(zip))).toEqual([
      { kind: 'missing', path: 'contests/council-A.json' },
      { kind: 'changed', path: 'votes.csv' },
      { kind: 'unlisted', path: 'contests/council-B.json' },
    ]);
  });

  test('shows a list that was changed with the file', async () => {
    const bytes = strToU8('contest,votes\ncouncil-A,13\n');
    const digest = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
    const manifest = new TextDecoder().decode(unzipSync(bundle)[`${folder}/${bundlePaths.manifest}`]);
    const zip = tampered({
      'votes.csv': bytes,
      [bundlePaths.manifest]: strToU8(manifest.replace(/[0-9a-f]{64}(?= {2}votes\.csv)/, digest)),
    });
    expect(problemsOf(await check(zip))).toEqual([{ kind: 'signature' }]);
  });

  test.each([0, 63, 64, 65, 4_000])('takes no signature of %i other bytes', async (length) => {
    const zip = tampered({ [bundlePaths.signature]: new Uint8Array(length) });
    expect(problemsOf(await check(zip))).toEqual([{ kind: 'signature' }]);
  });

  test('takes no key but those of this election, however well it signs', async () => {
    const other = createSigningKey();
    expect(problemsOf(await check(await sealWith(other.privateKeyPem)))).toEqual([
      { kind: 'unknownKey', keyId: other.id },
    ]);
    expect(problemsOf(await checkBundle(bundle, { keys: [] }))).toEqual([{ kind: 'unknownKey', keyId: key.id }]);
  });

  test('wants all of its parts', async () => {
    expect(problemsOf(await check(tampered({ [bundlePaths.manifest]: null, [bundlePaths.signature]: null })))).toEqual([
      { kind: 'noPart', path: bundlePaths.manifest },
      { kind: 'noPart', path: bundlePaths.signature },
    ]);
    expect(problemsOf(await check(tampered({ [bundlePaths.publicKey]: strToU8('no key') })))).toEqual([
      { kind: 'keyFormat' },
    ]);
    const cut = unzipSync(bundle)[`${folder}/${bundlePaths.manifest}`]?.slice(0, -1);
    expect(problemsOf(await check(tampered({ [bundlePaths.manifest]: cut ?? null })))).toEqual([
      { kind: 'manifestLine', line: 3 },
    ]);
    expect(problemsOf(await check(tampered({ [bundlePaths.manifest]: strToU8('nonsense\n') })))).toEqual([
      { kind: 'manifestLine', line: 1 },
    ]);
  });

  test('is no zip when cut off, empty or something else', async () => {
    for (const bytes of [bundle.slice(0, -40), new Uint8Array(0), strToU8('%PDF-1.7'), zipSync({})])
      expect(problemsOf(await check(bytes))).toEqual([{ kind: 'notZip' }]);
  });

  test('names the file whose packed bytes are damaged', async () => {
    const damaged = bundle.slice();
    const at = Buffer.from(damaged).indexOf(`${folder}/votes.csv`) + `${folder}/votes.csv`.length;
    damaged.fill(0xff, at, at + 8);
    expect(problemsOf(await check(damaged))).toEqual([{ kind: 'damaged', path: 'votes.csv' }]);
  });
});
