import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSigningKey, readSigningKey, type SigningKey } from '../press/signingKey.ts';

export function signingKeyPath(dataDir: string): string {
  return join(dataDir, 'signing-key.pem');
}

/** The key that the rehearsal's editions are signed with, made where there is none. Throws InvalidInput where it is damaged. */
export function openSigningKey(dataDir: string): SigningKey {
  const path = signingKeyPath(dataDir);
  if (!existsSync(path)) writeFileSync(path, createSigningKey().privateKeyPem, { mode: 0o600 });
  return readSigningKey(path);
}
