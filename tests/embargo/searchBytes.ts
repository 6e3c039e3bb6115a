import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import type { Canaries } from './canaries.ts';
import { findSecrets } from './secrets.ts';

const separators = "[ ,.'’\\u00a0\\u2009\\u202f]|&nbsp;|&#160;|&#xa0;|&#8239;|\\\\u00a0|\\\\u202f|%20|%C2%A0";
const plainNumber = /(?<![0-9A-Fa-f.])\d{8,12}(?![0-9A-Fa-f])/g;
const groupedNumber = new RegExp(`(?<![0-9A-Fa-f])\\d{1,3}(${separators})\\d{3}(?:\\1\\d{3})*(?![0-9A-Fa-f])`, 'gi');
const percentage = /(?<!\d)(\d{1,2})[.,](\d{2})(?:[ \u00a0\u202f]|&nbsp;|&#160;)?%/g;
const ratio = /(?<!\d)0\.\d{8,}/g;
const sizeOf = /(?:content-length|size|bytes|length)\W{1,6}(\d{3,9})(?!\d)/gi;
const figureOfResult =
  /\\?"(votes|rank|outcome|ballots|invalid|blank|seatsFilled)\\?"\s*:\s*(\d+|\\?"(?:elected|tied|not_)\w*)/g;
const hexRun = /(?:[0-9a-f]{2}){12,}/gi;
const base64Run = /[A-Za-z0-9+/_-]{24,}={0,2}/g;
/** Part of a digest is as bad as all of it. */
const startLength = 16;
const digestRun = new RegExp(`[A-Za-z0-9+/_-]{${startLength},}`, 'g');
const longestRun = 4_000_000;

/** What of the canaries and the secrets stands in the bytes, in whichever way numbers, hashes and orders are written; empty where nothing does. */
export function createSearch(canaries: Canaries, examples: string): (content: Buffer | string) => string[] {
  const hundredths = new Set(canaries.shares.map((share) => Math.round(share * 10_000)));
  const exact = new Set(canaries.shares.map((share) => share.toFixed(8)));
  const invented = new Set(figuresIn(examples));
  const digests = new Set(canaries.digests.flatMap(formsOfDigest));
  const starts = new Set([...digests].map((digest) => digest.slice(0, startLength)));

  const searchText = (text: string): string[] => {
    const found: string[] = findSecrets(text);
    for (const [number] of text.matchAll(plainNumber)) if (canaries.counts.has(number)) found.push(`count ${number}`);
    for (const [number] of text.matchAll(groupedNumber)) {
      const digits = number.replaceAll(new RegExp(separators, 'gi'), '');
      if (canaries.counts.has(digits)) found.push(`count ${number}`);
    }
    for (const [all, whole, part] of text.matchAll(percentage))
      if (hundredths.has(Number(`${whole}${part}`))) found.push(`share ${all}`);
    for (const [number] of text.matchAll(ratio))
      if (exact.has(Number(number).toFixed(8))) found.push(`share ${number}`);
    for (const [all, size] of text.matchAll(sizeOf)) if (canaries.sizes.has(size ?? '')) found.push(`size ${all}`);
    for (const figure of figuresIn(text)) if (!invented.has(figure)) found.push(`figure ${figure}`);
    for (const [run] of text.matchAll(digestRun)) {
      for (let at = 0; at + startLength <= run.length; at += 1) {
        const start = run.slice(at, at + startLength);
        if (starts.has(start)) found.push(`digest ${start}…`);
      }
    }
    for (const order of canaries.orders) if (standsInOrder(text, order)) found.push(`order ${order.join(', ')}`);
    return found;
  };

  const searchEncoded = (text: string): string[] => {
    const runs = [
      ...(text.match(hexRun) ?? []).map((run) => Buffer.from(run, 'hex')),
      ...(text.match(base64Run) ?? []).map((run) =>
        Buffer.from(run.replaceAll('-', '+').replaceAll('_', '/'), 'base64'),
      ),
    ];
    // In one text: there are many, and most of them are words.
    const texts = runs
      .filter(({ length }) => length < longestRun)
      .flatMap(unpack)
      .map((bytes) => bytes.toString('utf8'));
    return searchText(texts.join('\n'));
  };

  return (content) => {
    const contents = typeof content === 'string' ? [Buffer.from(content)] : unpack(content);
    const found = contents.flatMap((bytes) => {
      const text = bytes.toString('utf8');
      return [...searchText(text), ...searchEncoded(text)];
    });
    return [...new Set(found)];
  };
}

/** Members of a result that have a value, as `votes: 1284`. */
function figuresIn(text: string): string[] {
  return [...text.matchAll(figureOfResult)].map(([, name, value]) => `${name}: ${value?.replaceAll(/[\\"]/g, '')}`);
}

/** As hex and as base64, in both spellings of each. */
function formsOfDigest(digest: string): string[] {
  const bytes = Buffer.from(digest, 'hex');
  const base64 = bytes.toString('base64');
  return [digest, digest.toUpperCase(), base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
}

/** All of them, and each for the first time after the one before. */
function standsInOrder(text: string, order: readonly string[]): boolean {
  let before = -1;
  for (const name of order) {
    const at = text.indexOf(name);
    if (at <= before) return false;
    before = at;
  }
  return true;
}

/** The bytes, and what is packed in them. */
function unpack(bytes: Buffer): Buffer[] {
  const attempts = [
    () => (bytes[0] === 0x1f && bytes[1] === 0x8b ? [gunzipSync(bytes)] : []),
    () =>
      bytes[0] === 0x50 && bytes[1] === 0x4b ? Object.values(unzipSync(bytes)).map((part) => Buffer.from(part)) : [],
    () => (bytes.length > 64 && !isText(bytes) ? [brotliDecompressSync(bytes)] : []),
  ];
  return [bytes, ...attempts.flatMap((attempt) => attemptOrNothing(attempt))];
}

function attemptOrNothing(attempt: () => Buffer[]): Buffer[] {
  try {
    return attempt();
  } catch {
    return [];
  }
}

function isText(bytes: Buffer): boolean {
  return !bytes.subarray(0, 512).includes(0) && bytes.subarray(0, 512).toString('utf8').includes('\ufffd') === false;
}
