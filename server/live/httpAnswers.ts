import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Encoding, RenderedFile } from './renderedFiles.ts';

/** Sends the file in the best encoding asked for, or says that the client has it; returns the status. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: RenderedFile,
): Promise<number> {
  response.setHeader('ETag', file.etag);
  response.setHeader('Cache-Control', 'public, max-age=0, s-maxage=1, stale-while-revalidate=10');
  response.setHeader('Vary', 'Accept-Encoding');
  if (matches(request.headers['if-none-match'], file.etag)) {
    response.writeHead(304).end();
    return 304;
  }
  const encoding = chooseEncoding(request.headers['accept-encoding'] ?? '');
  const bytes = await file.bytes(encoding);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return 200;
}

function matches(header: string | undefined, etag: string): boolean {
  return (header ?? '').split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}

function chooseEncoding(accepted: string): Encoding {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

export function preflight(response: ServerResponse): void {
  response
    .writeHead(204, {
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '86400',
    })
    .end();
}

/** A short answer as JSON that nobody keeps. */
export function answer(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(body));
}
