import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { InvalidInput } from '#domain/errors.ts';
import { createSigningKey } from '#server/press/signingKey.ts';
import { bundleLimits } from '#server/press/verify/bundleLimits.ts';
import { readZip } from '#server/press/verify/readZip.ts';
import { verifyBundle } from '#server/press/verify/verifyBundle.ts';
import { bundleFiles, sealSmall, smallFolder, zipBytes, zipOf } from './sealedSmall.ts';

const read = (zip: Buffer, limits = bundleLimits) => readZip(zip, 'b.zip', limits);
const manifest: [string, Buffer] = ['manifest.sha256', Buffer.from('')];
const small = Buffer.from('x');
const seed = 20201006;
/** Where an entry of a zip's directory has what. */
const directoryEntry = Buffer.from('PK\x01\x02', 'latin1');
const originalSizeAt = 24;

/** Of the first file: what the zip says it takes once it is inflated. */
function claimSize(zip: Buffer, bytes: number): Buffer {
  const lying = Buffer.from(zip);
  lying.writeUInt32LE(bytes, zip.indexOf(directoryEntry) + originalSizeAt);
  return lying;
}

describe('a zip', () => {
  it('is read without its folder, also when it was packed again with other tools', () => {
    const packed = zipSync({ [smallFolder]: { 'manifest.sha256': small, contests: { 'a.json': small } } });
    const again = zipSync({ 'manifest.sha256': small, 'contests/': new Uint8Array(), 'contests/a.json': small });
    for (const zip of [packed, again])
      expect([...read(Buffer.from(zip)).keys()]).toEqual(['manifest.sha256', 'contests/a.json']);
  });

  it.each([
    ['that is none', Buffer.from('<html>404</html>'), /b\.zip: not a zip/],
    ['that is empty', Buffer.alloc(0), /not a zip/],
    ['without a manifest', zipOf([['a.json', small]]), /no manifest\.sha256 in it/],
    ['with a file above its folder', zipOf([manifest, ['../../x', small]]), /"saylau.*\/\.\.\/x" leads out/],
    ['with a file at the root', zipOf([manifest, ['x', small]], '/etc'), /"\/etc\/manifest.sha256" leads out/],
    ['with a path of Windows', zipOf([manifest, ['..\\x', small]]), /leads out/],
    ['with a drive', zipOf([manifest], 'C:'), /leads out/],
    [
      'with a file twice',
      zipOf([manifest, ['a', small], ['a', small]]),
      /"saylau-small-edition-1\/a" stands in it twice/,
    ],
    [
      'with a second folder',
      Buffer.from(zipSync({ a: { 'manifest.sha256': small }, b: { c: small } })),
      /"b\/" stands outside of a\//,
    ],
  ])('%s is refused', (_, zip, message) => {
    expect(() => read(zip)).toThrow(InvalidInput);
    expect(() => read(zip)).toThrow(message);
  });
});

it('a zip whose two lists of names differ is refused', () => {
  const zip = zipOf([manifest, ['b.json', small]]);
  zip.write('c.json', zip.indexOf('b.json'));
  expect(() => read(zip)).toThrow(/b\.json" has another name in the directory/);
});

describe('a zip that would take more than a bundle does', () => {
  const zip = zipOf([manifest, ['a', Buffer.alloc(4_000)], ['b', Buffer.alloc(4_000)]]);

  it('is refused by the sizes that it claims, before anything is inflated', () => {
    expect(() => read(claimSize(zip, 0xfffffff0))).toThrow(/\/a" would take 4096 MB/);
    expect(() => read(zip, { ...bundleLimits, totalBytes: 7_999 })).toThrow(/would take more than/);
    expect(() => read(zip, { ...bundleLimits, files: 2 })).toThrow(/more than 2 files/);
    expect(read(zip, { ...bundleLimits, totalBytes: 8_000, files: 3 }).size).toBe(3);
  });

  it('does not inflate to more than it claims', () => {
    const bomb = Buffer.from(zipSync({ 'manifest.sha256': new Uint8Array(8_000_000) }));
    expect(read(bomb).get('manifest.sha256')?.length).toBe(8_000_000);
    expect(() => read(claimSize(bomb, 100))).toThrow(/damaged.*larger than 100 bytes/);
  });
});

describe('a bundle on its way', () => {
  const key = createSigningKey();
  let zip: Buffer;
  let files: Map<string, Buffer>;
  beforeAll(async () => {
    const bundle = await sealSmall(key);
    zip = zipBytes(bundle);
    files = bundleFiles(bundle);
  });

  it('is refused wherever it was cut off', () => {
    for (let part = 1; part < 40; part += 1) {
      const cut = zip.subarray(0, Math.floor((zip.length * part) / 40));
      expect(() => read(cut), `after ${cut.length} bytes`).toThrow(/the zip is damaged or cut off/);
    }
    expect(() => read(zip.subarray(0, -1))).toThrow(InvalidInput);
  });

  it(`is never good with other files, whichever byte was turned (seed ${seed})`, () => {
    let random = seed;
    for (let round = 0; round < 400; round += 1) {
      random = (random * 48_271) % 2_147_483_647;
      const turned = Buffer.from(zip);
      const at = random % zip.length;
      turned.writeUInt8(turned.readUInt8(at) ^ (1 << (round % 8)), at);
      expect(isGoodOnlyWhenWhole(turned), `byte ${at}`).toBe(true);
    }
  });

  /** Some bytes of a zip are times and notes of which nothing depends. */
  function isGoodOnlyWhenWhole(turned: Buffer): boolean {
    try {
      const found = read(turned);
      const good = verifyBundle(found, key.publicKeyPem).problems.length === 0;
      const whole = [...files].every(([path, bytes]) => found.get(path)?.equals(bytes)) && found.size === files.size;
      return good === whole;
    } catch (error) {
      return error instanceof InvalidInput;
    }
  }
});
