import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePaths } from '#domain/results/bundlePaths.ts';
import { createSigningKey } from '#server/press/signingKey.ts';
import { bundleLimits } from '#server/press/verify/bundleLimits.ts';
import { readBundle } from '#server/press/verify/readBundle.ts';
import { readFolder } from '#server/press/verify/readFolder.ts';
import { bundleFiles, sealSmall, turnByte, zipBytes, zipOf } from './sealedSmall.ts';

const folder = mkdtempSync(join(tmpdir(), 'saylau-verify-'));
const key = createSigningKey();
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  const bundle = await sealSmall(key);
  const files = bundleFiles(bundle);
  writeFileSync(at('bundle.zip'), zipBytes(bundle));
  writeFileSync(at('cut.zip'), zipBytes(bundle).subarray(0, 9_000));
  writeFileSync(at('changed.zip'), zipOf(turnByte(files, 'votes.csv')));
  writeFileSync(at('key.pem'), key.publicKeyPem);
  writeFileSync(at('other.pem'), createSigningKey().publicKeyPem);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(at(`unpacked/${path}`)), { recursive: true });
    writeFileSync(at(`unpacked/${path}`), bytes);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = ['--import', 'tsx', 'server/press/verifyBundleCommand.ts'];
const run = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...words], { encoding: 'utf8' });
  return { status, text: stdout, error: stderr };
};

describe('verify-bundle', () => {
  it('says of a good bundle what it is and that it is good, with the right key', () => {
    const { status, text } = run(at('bundle.zip'), '--key', at('key.pem'));
    expect(text).toBe(
      [
        'small, edition 1, sealed at 2020-10-04T16:00:00+06:00, REHEARSAL: its figures are invented',
        `signature   good, key ${key.id}`,
        'files       29, each as it was signed',
        'arithmetic  6 contests and 29 rows of votes.csv add up',
        'The bundle is good.',
        '',
      ].join('\n'),
    );
    expect(status).toBe(0);
  });

  it('reads the folder that a bundle was unpacked to, and without a key names the one to compare', () => {
    const { status, text } = run(at('unpacked'));
    expect(text).toContain(`Compare ${key.id} with the key that the election publishes`);
    expect(text).not.toContain('The bundle is good.');
    expect(status).toBe(0);
  });

  it('says what is wrong with a bad one, and fails', () => {
    const { status, text } = run(at('changed.zip'), '--key', at('key.pem'));
    expect(text).toContain('files       WRONG\n');
    expect(text).toContain('  votes.csv was changed\nTHIS BUNDLE IS NOT GOOD\n');
    expect(text).toContain('arithmetic  not checked');
    expect(status).toBe(1);
  });

  it('fails by the wrong key', () => {
    const { status, text } = run(at('bundle.zip'), '--key', at('other.pem'));
    expect(text).toContain(`public-key.pem is key ${key.id}, yours is`);
    expect(status).toBe(1);
  });

  it('says how it is called when it was called otherwise', () => {
    for (const words of [
      [at('bundle.zip'), at('key.pem')],
      ['--keys', 'x'],
    ]) {
      const { status, error } = run(...words);
      expect(error).toContain('npm run verify-bundle -- FILE [--key PEM]');
      expect(status).toBe(1);
    }
  });
});

describe('a bundle that cannot be read', () => {
  it('is named with the reason', () => {
    writeFileSync(at('page.zip'), '<html>404</html>');
    const complaint = (name: string) => () => readBundle(at(name));
    expect(complaint('none.zip')).toThrow(/none\.zip: there is no such file or folder/);
    expect(complaint('page.zip')).toThrow(/page\.zip: not a zip/);
    expect(complaint('cut.zip')).toThrow(/cut\.zip: the zip is damaged or cut off/);
  });

  it('has a link in its folder, or more than a bundle has', () => {
    cpSync(at('unpacked'), at('linked'), { recursive: true });
    expect(() => readFolder(at('linked'), { ...bundleLimits, files: 31 })).toThrow(/more than 31 files/);
    expect(() => readFolder(at('linked'), { ...bundleLimits, totalBytes: 10_000 })).toThrow(/more than 1 MB in all/);
    symlinkSync('/etc/passwd', at('linked/passwd'));
    expect(() => readBundle(at('linked'))).toThrow(/passwd: a link or device/);
  });
});

it('a folder and its zip have the same files', () => {
  const [zip, unpacked] = [readBundle(at('bundle.zip')), readBundle(at('unpacked'))];
  expect([...unpacked.keys()].toSorted()).toEqual([...zip.keys()].toSorted());
  expect(unpacked.get(bundlePaths.manifest)).toEqual(zip.get(bundlePaths.manifest));
});
