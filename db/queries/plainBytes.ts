import { gunzipSync } from 'node:zlib';

/** The plain bytes of a published file, which is kept plain or as gzip. */
export function plainBytes({ bytes, gzip }: { bytes: Buffer | null; gzip: Buffer | null }): Buffer {
  if (bytes) return bytes;
  if (gzip) return gunzipSync(gzip);
  throw new Error('a published file is kept in no encoding');
}
