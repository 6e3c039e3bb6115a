import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InvalidInput } from '#domain/errors.ts';

export interface SigningKey {
  privateKeyPem: string;
  publicKeyPem: string;
  /** 16 hex digits that a person can compare. */
  id: string;
}

/** A new Ed25519 key. */
export function createSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return describeKey(privateKey);
}

/** The Ed25519 key in a PEM file. Throws InvalidInput. */
export function readSigningKey(path: string): SigningKey {
  return describeKey(parsePrivateKey(readKeyFile(path), path));
}

/** The public half of a private key, both PEM. Throws InvalidInput. */
export function publicKeyOf(privateKeyPem: string): string {
  return describeKey(parsePrivateKey(privateKeyPem, 'signing key')).publicKeyPem;
}

/** The first 16 hex digits of the SHA-256 of a public key's DER. Throws InvalidInput. */
export function keyIdOf(publicKeyPem: string): string {
  const der = parsePublicKey(publicKeyPem, 'public key').export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/** Throws InvalidInput where the text is not an Ed25519 public key in PEM; `place` is named in it. */
export function parsePublicKey(pem: string, place: string): KeyObject {
  // Node would take a private key for its public half; whoever hands one around should hear of it.
  if (/PRIVATE KEY/.test(pem)) throw new InvalidInput(`${place}: this is a private key; the public one belongs here`);
  return requireEd25519(() => createPublicKey(pem), place, 'public');
}

/** The text of a key file. Throws InvalidInput where it cannot be read. */
export function readKeyFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InvalidInput(`${path}: cannot read the key (${error instanceof Error ? error.message : error})`);
  }
}

function parsePrivateKey(pem: string, place: string): KeyObject {
  return requireEd25519(() => createPrivateKey(pem), place, 'private');
}

function requireEd25519(parse: () => KeyObject, place: string, half: 'public' | 'private'): KeyObject {
  const expected = `expected an Ed25519 ${half} key in PEM, "-----BEGIN ${half.toUpperCase()} KEY-----"`;
  let key: KeyObject;
  try {
    key = parse();
  } catch {
    throw new InvalidInput(`${place}: ${expected}`);
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new InvalidInput(`${place}: ${expected}, it is ${key.asymmetricKeyType}`);
  return key;
}

function describeKey(privateKey: KeyObject): SigningKey {
  const publicKeyPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  return {
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKeyPem,
    id: keyIdOf(publicKeyPem),
  };
}
