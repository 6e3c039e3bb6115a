import { beforeAll, describe, expect, it } from 'vitest';
import { InvalidInput } from '#domain/errors.ts';
import { bundlePaths } from '#domain/results/bundlePaths.ts';
import type { PressFile } from '#server/press/pressFile.ts';
import { createSigningKey } from '#server/press/signingKey.ts';
import { verifyBundle } from '#server/press/verify/verifyBundle.ts';
import { bundleFiles, getBytes, rehash, sealSmall, turnByte } from './sealedSmall.ts';

const key = createSigningKey();
const other = createSigningKey();

describe('a bundle as it was signed', () => {
  it('is good, with the key and without', async () => {
    const files = bundleFiles(await sealSmall(key));
    for (const trusted of [key.publicKeyPem, null]) {
      const { problems, signature, hashes, arithmetic } = verifyBundle(files, trusted);
      expect(problems).toEqual([]);
      expect(signature.keyId).toBe(key.id);
      expect(hashes.listed).toBe(files.size - 3);
      expect(arithmetic).toMatchObject({ contests: 6, voteRows: 29, head: { electionId: 'small', edition: 1 } });
    }
  });

  it('is good as a zero feed, and with a contest withheld', async () => {
    const names = { kk: 'x', ru: 'x', en: 'x' };
    for (const options of [{ protocols: null }, { retractions: new Map([['president', names]]) }])
      expect(verifyBundle(bundleFiles(await sealSmall(key, options)), key.publicKeyPem).problems).toEqual([]);
  });
});

describe('a bundle that somebody changed', () => {
  let files: Map<string, Buffer>;
  beforeAll(async () => {
    files = bundleFiles(await sealSmall(key));
  });

  const complaints = (changed: ReadonlyMap<string, Buffer>, trusted: string | null = key.publicKeyPem): string[] => {
    try {
      return verifyBundle(changed, trusted).problems;
    } catch (error) {
      if (error instanceof InvalidInput) return [error.message];
      throw error;
    }
  };

  it('is bad by one byte of any file, which is named', () => {
    for (const path of files.keys()) {
      const found = complaints(turnByte(files, path));
      expect(found.join('\n'), path).toContain(path === bundlePaths.publicKey ? 'key' : path);
    }
  });

  it('is bad without any one of its files, which is named', () => {
    for (const path of files.keys()) {
      const rest = new Map([...files].filter(([name]) => name !== path));
      expect(complaints(rest).join('\n')).toContain(`${path} is missing`);
    }
  });

  it('is bad with a file more', () => {
    const found = complaints(new Map([...files, ['contests/leak.json', Buffer.from('{}')]]));
    expect(found).toEqual(['contests/leak.json is not in manifest.sha256']);
  });

  it('is bad when its manifest was made to fit without the key', () => {
    const forged = rehash(turnByte(files, 'votes.csv'));
    for (const trusted of [key.publicKeyPem, null])
      expect(complaints(forged, trusted)).toEqual([
        `manifest.sig is not a signature of manifest.sha256 by key ${key.id}`,
      ]);
  });

  it('does not have its figures added up: they are nobody’s', () => {
    expect(verifyBundle(turnByte(files, 'votes.csv'), null).arithmetic).toBeNull();
  });

  it('is bad for whoever knows the right key, when it was signed with another', async () => {
    const forged = bundleFiles(await sealSmall(other));
    expect(complaints(forged, null)).toEqual([]);
    expect(complaints(forged)).toEqual([
      `public-key.pem is key ${other.id}, yours is ${key.id}`,
      `manifest.sig is not a signature of manifest.sha256 by key ${key.id}`,
    ]);
  });

  it('is bad when the right key was laid beside a signature of another', async () => {
    const forged = bundleFiles(await sealSmall(other));
    forged.set(bundlePaths.publicKey, Buffer.from(key.publicKeyPem));
    expect(complaints(forged)).toEqual([`manifest.sig is not a signature of manifest.sha256 by key ${key.id}`]);
  });

  it('is bad with a manifest that leads elsewhere, doubles a file, or is none', () => {
    const line = (path: string) => `${'0'.repeat(64)}  ${path}\n`;
    const withManifest = (text: string) => new Map([...files, [bundlePaths.manifest, Buffer.from(text)]]);
    const cases: [string, RegExp][] = [
      [line('../../etc/passwd'), /line 1: "\.\.\/\.\.\/etc\/passwd" leads out of the bundle/],
      [line('/etc/passwd'), /leads out of the bundle/],
      [line('a.json') + line('a.json'), /line 2: a\.json stands there twice/],
      ['<html>\n', /line 1: expected a SHA-256/],
      [line('a.json').trimEnd(), /its last line is cut off/],
      ['', /names no file/],
    ];
    for (const [text, message] of cases) expect(complaints(withManifest(text)).join()).toMatch(message);
  });
});

describe('a bundle that was signed with wrong figures', () => {
  const problemsAfter = async (path: string, from: string | RegExp, to: string): Promise<string[]> => {
    const change = (files: PressFile[]) =>
      files.map((file) => {
        if (file.path !== path) return file;
        const text = file.text.replace(from, to);
        expect(text).not.toBe(file.text);
        return { ...file, text };
      });
    try {
      return verifyBundle(bundleFiles(await sealSmall(key, {}, change)), key.publicKeyPem).problems;
    } catch (error) {
      if (error instanceof InvalidInput) return [error.message];
      throw error;
    }
  };
  const president = 'contests/president.json';

  it.each([
    [
      'a sum one vote short',
      president,
      '"votes":194',
      '"votes":193',
      'the contest: votes 193 + annulled 0 + blank 5 = 198, but (ballots 204 - invalid 5) × 1 = 199',
    ],
    ['a district that lost its invalid ballots', president, '"invalid":3', '"invalid":0', 'XX-A-1: votes'],
    ['a candidacy with another total', president, '"votes":92', '"votes":93', 'president-1: its parts have 92'],
    ['a candidacy with another figure in a district', president, '"president-1":50', '"president-1":51', 'XX-A-1: its'],
    ['a seat for somebody removed', 'contests/council-A.json', '"not_eligible"', '"elected"', 'council-A-2 has a seat'],
    ['more seats than there are', president, '"not_elected"', '"elected"', '2 have a seat, there are 1'],
    ['another edition', president, '"edition":1', '"edition":2', 'of another edition'],
  ])('is bad: %s', async (_, path, from, to, complaint) => {
    const found = await problemsAfter(path, from, to);
    expect(found.join('\n')).toContain(`${path}: `);
    expect(found.join('\n')).toContain(complaint);
  });

  it.each([
    ['votes.csv', 'president-1,50', 'president-1,49', /president,XX-A-1,president-1 has 49, the contest's file 50/],
    ['votes.csv', /small,true,1,complete,president,XX-A-1,president-1,50\r\n/, '', /no row of president,XX-A-1/],
    ['votes.csv', 'president-1,50', 'president-1,fifty', /votes\.csv, row 1: votes is not/],
    ['votes.csv', 'small,true', 'small,false', /votes\.csv: rows of another edition/],
    ['candidacies.csv', ',92,', ',29,', /candidacies\.csv: president-1 has 29, votes\.csv 92/],
    ['contests.json', '"president"', '"president-2"', /contests\/president-2\.json is missing/],
    [president, '{', '[', /contests\/president\.json: not JSON/],
    [president, '"ballots":204', '"ballots":"204"', /contest\.figures\.ballots is not what an edition has there/],
  ])('is bad: %s with %s as %s', async (path, from, to, complaint) => {
    expect((await problemsAfter(path, from, to)).join('\n')).toMatch(complaint);
  });

  it('tells figures beside a contest whose votes are hidden', async () => {
    const found = await problemsAfter('contests/council-B-2.json', '"votes":null', '"votes":3');
    expect(found).toContain('contests/council-B-2.json: it has votes and no sums');
  });
});

it('something that is no bundle is said to be none', () => {
  expect(() => verifyBundle(new Map([['a.txt', Buffer.from('a')]]), null)).toThrow(/manifest\.sha256 is missing/);
});

it('a key that is none is said to be none', async () => {
  const files = bundleFiles(await sealSmall(key));
  expect(() => verifyBundle(files, 'not a key')).toThrow(/--key: expected an Ed25519 public key in PEM/);
  expect(() => verifyBundle(files, key.privateKeyPem)).toThrow(/this is a private key/);
  expect(getBytes(files, bundlePaths.publicKey).toString()).toBe(key.publicKeyPem);
});
