import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Encoding, RenderedFile } from './renderedFiles.ts';

/** Of every answer: read by pages of other origins, and never taken for another type. */
export const commonHeaders = ['X-Content-Type-Options', 'nosniff', 'Access-Control-Allow-Origin', '*'];
const fileHeaders = [
  ...commonHeaders,
  'Cache-Control',
  'public, max-age=0, s-maxage=1, stale-while-revalidate=10',
  'Vary',
  'Accept-Encoding',
];

/**
 * Sends the file in the best encoding asked for, or says that the client has it; returns the status. The head is written at once
 * and not header by header: that was a third of an answer's work.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: RenderedFile,
): Promise<number> {
  const headers = [...fileHeaders, 'ETag', file.etag];
  if (matches(request.headers['if-none-match'], file.etag)) {
    response.writeHead(304, headers).end();
    return 304;
  }
  const encoding = chooseEncoding(request.headers['accept-encoding'] ?? '');
  const bytes = await file.bytes(encoding);
  headers.push('Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(bytes.length));
  if (encoding !== 'identity') headers.push('Content-Encoding', encoding);
  response.writeHead(200, headers);
  response.end(request.method === 'HEAD' ? undefined : bytes);
  return 200;
}

function matches(header: string | undefined, etag: string): boolean {
  return header?.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag) ?? false;
}

function chooseEncoding(accepted: string): Encoding {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity';
}

export function preflight(response: ServerResponse): void {
  response
    .writeHead(204, [
      ...commonHeaders,
      'Access-Control-Allow-Methods',
      'GET, HEAD',
      'Access-Control-Allow-Headers',
      'If-None-Match',
      'Access-Control-Max-Age',
      '86400',
    ])
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
  response.writeHead(status, [
    ...commonHeaders,
    'Content-Type',
    'application/json; charset=utf-8',
    'Cache-Control',
    'no-store',
    ...Object.entries(headers).flat(),
  ]);
  response.end(JSON.stringify(body));
}
