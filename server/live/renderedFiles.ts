import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export type Encoding = 'br' | 'gzip' | 'identity';

export interface RenderedFile {
  etag: string;
  /** The bytes in an encoding, compressed once. */
  bytes(encoding: Encoding): Promise<Buffer>;
}

/** A JSON file in memory, compressed when first asked for and once an encoding. */
export function renderFile(content: unknown): RenderedFile {
  const bytes = Buffer.from(JSON.stringify(content));
  return storedFile({ bytes, sha256: createHash('sha256').update(bytes).digest(), gzip: null, br: null });
}

/** A file that is there already, with its hash and what is compressed of it. */
export function storedFile(stored: {
  bytes: Buffer;
  sha256: Buffer;
  gzip: Buffer | null;
  br: Buffer | null;
}): RenderedFile {
  const body = stored.bytes;
  const compressed = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(body)]]);
  if (stored.gzip) compressed.set('gzip', Promise.resolve(stored.gzip));
  if (stored.br) compressed.set('br', Promise.resolve(stored.br));
  return {
    etag: `"${stored.sha256.toString('base64url').slice(0, 22)}"`,
    bytes: (encoding) => {
      const known = compressed.get(encoding) ?? compress(body, encoding);
      compressed.set(encoding, known);
      return known;
    },
  };
}

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'br') return compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return compressGzip(body, { level: 6 });
}

/**
 * Files by name, each made anew only when `stamp` changed since it was made: nothing is computed per visitor. Where it
 * cannot be made anew the last good one stays.
 */
export function createFileCache(): (
  name: string,
  stamp: string,
  make: () => unknown | Promise<unknown>,
) => Promise<RenderedFile> {
  const files = new Map<string, { stamp: string; file: Promise<RenderedFile> }>();
  return (name, stamp, make) => {
    const known = files.get(name);
    if (known?.stamp === stamp) return known.file;
    const made = Promise.resolve().then(make).then(renderFile);
    const file = known ? made.catch(() => known.file) : made;
    files.set(name, { stamp, file });
    file.catch(() => files.delete(name));
    return file;
  };
}
