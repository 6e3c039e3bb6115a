import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InvalidInput } from '#domain/errors.ts';
import { createSigningKey, keyIdOf, publicKeyOf, readSigningKey } from '#server/press/signingKey.ts';

const folder = mkdtempSync(join(tmpdir(), 'saylau-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

it('a key is read back as it was written, with the id of its public half', () => {
  const key = createSigningKey();
  expect(readSigningKey(write('good.pem', key.privateKeyPem))).toEqual(key);
  expect(publicKeyOf(key.privateKeyPem)).toBe(key.publicKeyPem);
  expect(keyIdOf(key.publicKeyPem)).toBe(key.id);
  expect(key.id).toMatch(/^[0-9a-f]{16}$/);
});

it('no two keys are alike', () => {
  expect(createSigningKey().id).not.toBe(createSigningKey().id);
});

describe('a file that holds no signing key', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const { publicKeyPem, privateKeyPem } = createSigningKey();
  const files: [string, string, RegExp][] = [
    ['is empty', '', /expected an Ed25519 private key/],
    ['has other text', 'correct horse battery staple', /expected an Ed25519 private key/],
    ['is cut off', privateKeyPem.slice(0, 60), /expected an Ed25519 private key/],
    ['has the public half', publicKeyPem, /expected an Ed25519 private key/],
    ['has an RSA key', rsa.export({ type: 'pkcs8', format: 'pem' }).toString(), /it is rsa/],
  ];
  it.each(files)('is named with what is wrong: it %s', (name, text, message) => {
    const path = write(`${name}.pem`, text);
    expect(() => readSigningKey(path)).toThrow(InvalidInput);
    expect(() => readSigningKey(path)).toThrow(message);
    expect(() => readSigningKey(path)).toThrow(path);
  });

  it('is named when it is not there', () => {
    expect(() => readSigningKey(join(folder, 'none.pem'))).toThrow(/none\.pem: cannot read the key/);
  });
});

it('a private key is not taken where a public one belongs', () => {
  expect(() => keyIdOf(createSigningKey().privateKeyPem)).toThrow(/this is a private key/);
});
