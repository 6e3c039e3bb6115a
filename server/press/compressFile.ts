import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

const gzipLevel = 6;
const brotliQuality = 5;

export interface Compressed {
  gzip: Buffer | null;
  br: Buffer | null;
}

/** Both encodings of a file's bytes; null where one is not smaller than the bytes themselves. */
export async function compressFile(bytes: Buffer): Promise<Compressed> {
  const [gzipped, brotli] = await Promise.all([
    compressGzip(bytes, { level: gzipLevel }),
    compressBrotli(bytes, {
      params: { [zlib.BROTLI_PARAM_QUALITY]: brotliQuality, [zlib.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  ]);
  return {
    gzip: gzipped.length < bytes.length ? gzipped : null,
    br: brotli.length < bytes.length ? brotli : null,
  };
}
