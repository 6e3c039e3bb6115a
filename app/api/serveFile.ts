import type { PublishedFile } from '#db/queries/findPublishedFile.ts';
import type { PressState } from '#db/queries/getPressState.ts';
import type { PublicEdition } from '#db/queries/listEditions.ts';
import { NotFound } from '#domain/errors.ts';
import { getEditionFile, readEditionBytes } from '../editionFiles.ts';
import { findSuccessor, readPressState } from '../editions.ts';
import { answer, briefly, isKnown } from './answer.ts';
import { chooseEncoding, type Encoding } from './chooseEncoding.ts';
import { findRange, type Range } from './findRange.ts';
import { isFollowing } from './followRequests.ts';
import { type Allowance, requestCosts } from './rateLimit.ts';
import { storedHeaders } from './storedHeaders.ts';

const editionNumber = /^(0|[1-9]\d{0,8})$/;
const attached = /\.(zip|csv)$/;

/** Answers a file of an edition, or of the newest one where `number` is null, from memory and as it is stored. */
export function serveFile(request: Request, number: string | null, path: string): Promise<Response> {
  return answer(request, requestCosts.file, async (allowance) => {
    const state = await readPressState();
    const edition = findEdition(state, number);
    const file = await getEditionFile(edition, path);
    const encoding = isFollowing()
      ? chooseEncoding(request.headers.get('accept-encoding') ?? '', file.sizes)
      : 'identity';
    const headers = describeFile(state, edition, file, { encoding, isNewest: number === null });
    const etag = headers.get('etag') ?? '';
    if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
    headers.set('Content-Type', file.mediaType);
    if (encoding !== 'identity') headers.set(storedHeaders.encoding, encoding);
    const size = file.sizes[encoding] ?? 0;
    const range = encoding === 'identity' ? findRange(request, etag, size) : null;
    if (range === 'unsatisfiable') return outOfRange(headers, size);
    return send(request, allowance, { edition, file, encoding, headers, range });
  });
}

function findEdition({ editions }: PressState, number: string | null): PublicEdition {
  const wanted = number === null ? editions.at(-1)?.number : editionNumber.test(number) ? Number(number) : undefined;
  const edition = editions.find((candidate) => candidate.number === wanted);
  if (!edition) throw new NotFound(`no edition ${number}`);
  return edition;
}

function describeFile(
  { election, editions }: PressState,
  edition: PublicEdition,
  file: PublishedFile,
  { encoding, isNewest }: { encoding: Encoding; isNewest: boolean },
): Headers {
  const successor = findSuccessor(editions, edition.number);
  // A rehearsal is played again under the same numbers, and then the election itself: none of it may stay in a browser.
  const isFinal = !isNewest && edition.number > 0 && !election.isTest;
  const at = edition.releasedAt ?? edition.sealedAt;
  return new Headers({
    ETag: encoding === 'identity' ? `"${file.sha256}"` : `"${file.sha256}-${encoding}"`,
    // The bytes are signed and compressed already.
    'Cache-Control': `${isFinal ? 'public, max-age=31536000, immutable' : briefly}, no-transform`,
    Vary: 'Accept-Encoding',
    'Accept-Ranges': file.sizes.gzip === null && file.sizes.br === null ? 'bytes' : 'none',
    ...(Date.parse(at) <= Date.now() ? { 'Last-Modified': new Date(at).toUTCString() } : {}),
    ...(attached.test(file.path)
      ? { 'Content-Disposition': `attachment; filename="${nameOf(election.id, edition.number, file.path)}"` }
      : {}),
    'X-Saylau-Edition': String(edition.number),
    ...(edition.version === null ? {} : { 'X-Saylau-Version': String(edition.version) }),
    ...(successor
      ? {
          'X-Saylau-Superseded-By': String(successor.number),
          Link: `</api/v1/editions/${successor.number}/${file.path}>; rel="successor-version", </api/v1/results/${file.path}>; rel="latest-version"`,
        }
      : {}),
  });
}

function nameOf(electionId: string, edition: number, path: string): string {
  return `${electionId}-edition-${edition}-${path.replaceAll('/', '-')}`;
}

function outOfRange(headers: Headers, size: number): Response {
  headers.set('Content-Range', `bytes */${size}`);
  return new Response(null, { status: 416, headers });
}

interface Sending {
  edition: PublicEdition;
  file: PublishedFile;
  encoding: Encoding;
  headers: Headers;
  range: Range | null;
}

async function send(request: Request, allowance: Allowance, sending: Sending): Promise<Response> {
  const { edition, file, encoding, headers, range } = sending;
  const size = file.sizes[encoding] ?? 0;
  const length = range ? range.end - range.start : size;
  headers.set(storedHeaders.length, String(length));
  if (range) headers.set('Content-Range', `bytes ${range.start}-${range.end - 1}/${size}`);
  const status = range ? 206 : 200;
  if (request.method === 'HEAD') return new Response(null, { status, headers });
  await allowance.take(Math.floor(length / 1_000_000) * requestCosts.megabyte);
  const bytes = (await readEditionBytes(edition, file))[encoding];
  if (!bytes) throw new NotFound(file.path);
  return new Response(streamOf(range ? bytes.subarray(range.start, range.end) : bytes), { status, headers });
}

const chunkBytes = 256 * 1024;

/** Views of the bytes as the socket takes them: a slow reader holds no copy of its own. */
function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + chunkBytes));
      at += chunkBytes;
      if (at >= bytes.length) controller.close();
    },
  });
}
