import { crc32 } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { byPath } from './manifest.ts';

interface ZipEntry {
  path: string;
  bytes: Buffer;
  gzip: Buffer | null;
}

const stored = 0;
const deflated = 8;
const gzipHeaderBytes = 10;
const gzipTrailerBytes = 8;

/** A zip of `files` under one folder, sorted; the same files and `sealedAt` give the same bytes. */
export function zipBundle(files: readonly ZipEntry[], folder: string, sealedAt: string): Buffer {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const mtime = shownDay(sealedAt);
  for (const file of [...files].sort(byPath)) {
    const entry: ZipInputFile = {
      filename: `${folder}/${file.path}`,
      size: file.bytes.length,
      crc: crc32(file.bytes),
      compression: file.gzip ? deflated : stored,
      mtime,
    };
    zip.add(entry);
    entry.ondata?.(null, new Uint8Array(zipContent(file)), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

/** A gzip file is a header, the deflated bytes that a zip holds too, and a trailer: nothing is compressed twice. */
function zipContent({ bytes, gzip }: ZipEntry): Buffer {
  return gzip ? gzip.subarray(gzipHeaderBytes, gzip.length - gzipTrailerBytes) : bytes;
}

/** A zip shows the machine's own time without a zone; noon of the UTC day exists in every zone and is written alike. */
function shownDay(sealedAt: string): Date {
  const at = new Date(sealedAt);
  return new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), 12);
}
