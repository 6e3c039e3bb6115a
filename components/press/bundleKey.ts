import { sha256 } from './bundleManifest.ts';

/** Of an Ed25519 public key in DER: these twelve bytes, and thirty-two of its own (RFC 8410). */
const prefix = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const derBytes = 44;

export interface PublicKey {
  der: Uint8Array<ArrayBuffer>;
  /** The first 16 hex digits of the SHA-256 of its DER. */
  id: string;
}

/** Null where the text is no Ed25519 public key in PEM. */
export async function readPublicKey(pem: string): Promise<PublicKey | null> {
  const [, base64] = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(pem) ?? [];
  if (!base64) return null;
  const der = decodeBase64(base64);
  if (der?.length !== derBytes || prefix.some((byte, index) => der[index] !== byte)) return null;
  return { der, id: (await sha256(der)).slice(0, 16) };
}

/** Whether the key signed the bytes; null where the browser knows no Ed25519. */
export async function verifySignature(
  { der }: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean | null> {
  const key = await crypto.subtle.importKey('spki', der, { name: 'Ed25519' }, false, ['verify']).catch(() => null);
  if (!key) return null;
  // Whatever a forged signature makes of the browser, it is never taken for a missing ability.
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, bytes).catch(() => false);
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text.replace(/\s/g, '')), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
