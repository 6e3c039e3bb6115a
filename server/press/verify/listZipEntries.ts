import { InvalidInput } from '#domain/errors.ts';

export interface ZipEntry {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  crc: number;
  /** Once it is inflated, as the zip claims. */
  size: number;
  packed: Buffer;
}

const localMark = 0x04034b50;
const directoryMark = 0x02014b50;
const endMark = Buffer.from('PK\x05\x06', 'latin1');
const endBytes = 22;
const encrypted = 1;

/** The entries of a zip's directory, nothing inflated. Throws InvalidInput or RangeError where it is not whole. */
export function listZipEntries(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf(endMark);
  if (end < 0 || end + endBytes + zip.readUInt16LE(end + 20) !== zip.length)
    throw new InvalidInput('its directory is missing');
  const count = zip.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== directoryMark) throw new InvalidInput('its directory is damaged');
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    entries.push(readEntry(zip, at, zip.toString('utf8', at + 46, nameEnd)));
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(zip: Buffer, at: number, name: string): ZipEntry {
  if (zip.readUInt16LE(at + 8) & encrypted) throw new InvalidInput(`${JSON.stringify(name)} is encrypted`);
  const local = zip.readUInt32LE(at + 42);
  const nameEnd = local + 30 + zip.readUInt16LE(local + 26);
  // Programs that read a zip from its start go by these names: a reader of theirs must see the same files.
  if (zip.readUInt32LE(local) !== localMark || zip.toString('utf8', local + 30, nameEnd) !== name)
    throw new InvalidInput(`${JSON.stringify(name)} has another name in the directory`);
  const start = nameEnd + zip.readUInt16LE(local + 28);
  const packedBytes = zip.readUInt32LE(at + 20);
  if (start + packedBytes > zip.length) throw new InvalidInput(`${JSON.stringify(name)} is cut off`);
  return {
    name,
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    size: zip.readUInt32LE(at + 24),
    packed: zip.subarray(start, start + packedBytes),
  };
}
