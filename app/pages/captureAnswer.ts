import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MadePage, SharedPage } from './pageStore.ts';

/** Of the answer to one; a page of many has its own. */
const ownHeaders = new Set(['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'date', 'etag']);

/**
 * Holds back what is answered until it is whole. Where it is a page for all it is not sent, and `page` is that page; anything else
 * is sent as it is.
 */
export function captureAnswer(request: IncomingMessage, response: ServerResponse): { page: Promise<MadePage> } {
  request.headers['accept-encoding'] = 'identity';
  delete request.headers['if-none-match'];
  const { write, end, writeHead, flushHeaders } = response;
  const chunks: Buffer[] = [];
  const page = new Promise<MadePage>((resolve) => {
    const take = (chunk: unknown, encoding: unknown) => {
      if (typeof chunk === 'string')
        chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    const callBack = (...values: unknown[]) => {
      const done = values.find((value) => typeof value === 'function');
      if (done) queueMicrotask(() => done());
    };
    response.flushHeaders = () => {};
    // Next's compression has the head written before the end, also where it compresses nothing.
    response.writeHead = (status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      const headers = rest.at(-1);
      if (headers && typeof headers === 'object') setAll(response, headers);
      return response;
    };
    response.write = (chunk: unknown, encoding?: unknown, done?: unknown) => {
      take(chunk, encoding);
      callBack(encoding, done);
      return true;
    };
    response.end = (chunk?: unknown, encoding?: unknown, done?: unknown) => {
      take(chunk, encoding);
      Object.assign(response, { write, end, writeHead, flushHeaders });
      const body = Buffer.concat(chunks);
      if (isForAll(response)) {
        const etag = `W/"${createHash('sha256').update(body).digest('base64url')}"`;
        resolve({ headers: headersOf(response), body, etag, encoded: new Map() });
      } else {
        resolve(null);
        response.end(body);
      }
      callBack(chunk, encoding, done);
      return response;
    };
    response.once('close', () => resolve('gone'));
  });
  return { page };
}

/** Headers as `writeHead` takes them: by name, or names and values in turn. */
function setAll(response: ServerResponse, headers: object): void {
  const pairs = Array.isArray(headers)
    ? Array.from({ length: headers.length / 2 }, (_, pair) => [headers[2 * pair], headers[2 * pair + 1]])
    : Object.entries(headers);
  for (const [name, value] of pairs) if (value !== undefined) response.setHeader(name, value);
}

/** Next says of a page that it is the same for all by the cache it is kept in. */
function isForAll(response: ServerResponse): boolean {
  return (
    response.statusCode === 200 &&
    !response.headersSent &&
    response.hasHeader('x-nextjs-cache') &&
    !response.hasHeader('set-cookie') &&
    !response.hasHeader('content-encoding') &&
    /s-maxage/.test(String(response.getHeader('cache-control')))
  );
}

function headersOf(response: ServerResponse): SharedPage['headers'] {
  const headers: SharedPage['headers'] = {};
  for (const [name, value] of Object.entries(response.getHeaders())) {
    if (value !== undefined && !ownHeaders.has(name)) headers[name] = Array.isArray(value) ? value : String(value);
  }
  return headers;
}
