import { createHash } from 'node:crypto';
import { InvalidInput, NotFound } from '#domain/errors.ts';
import { type Allowance, allowanceOf, rateLimit, TooManyRequests } from './rateLimit.ts';

/** What changes: nobody keeps it longer than a second, and a proxy may hand out the last one while it asks anew. */
export const briefly = 'public, max-age=0, s-maxage=1, stale-while-revalidate=10';
const exposed =
  'ETag, Last-Modified, Link, Content-Disposition, Content-Range, Accept-Ranges, Retry-After, RateLimit-Policy, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, X-Saylau-Edition, X-Saylau-Version, X-Saylau-Superseded-By';
const everyAnswer = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': exposed,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** Lets `make` answer within the limits of the request's address; errors leave as JSON. `points` are taken first. */
export async function answer(
  request: Request,
  points: number,
  make: (allowance: Allowance) => Promise<Response>,
): Promise<Response> {
  const allowance = allowanceOf(request);
  const response = await allowance
    .take(points)
    .then(() => make(allowance))
    .catch((error: unknown) => refuse(error, allowance));
  for (const [name, value] of Object.entries({ ...everyAnswer, ...allowance.headers() }))
    response.headers.set(name, value);
  return response;
}

function refuse(error: unknown, allowance: Allowance): Response {
  if (error instanceof NotFound) return refusal(404, { error: 'not_found' });
  if (error instanceof InvalidInput) return refusal(400, { error: 'invalid_parameter', message: error.message });
  if (error instanceof TooManyRequests) {
    const retryAfterSeconds = allowance.retryAfterSeconds();
    const message = `${rateLimit.points} points in ${rateLimit.seconds} seconds are used up`;
    const body = { error: 'too_many_requests', message, retryAfterSeconds };
    return refusal(429, body, { 'Retry-After': String(retryAfterSeconds) });
  }
  logFailure(error);
  return refusal(503, { error: 'unavailable' }, { 'Retry-After': '2' });
}

function refusal(status: number, body: object, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  });
}

let loggedAtMs = Number.NEGATIVE_INFINITY;

function logFailure(error: unknown): void {
  if (performance.now() - loggedAtMs < 10_000) return;
  loggedAtMs = performance.now();
  process.stderr.write(`web: a request for the press failed: ${error instanceof Error ? error.stack : error}\n`);
}

interface TextAnswer {
  text: string;
  mediaType: string;
  headers?: Record<string, string>;
}

/** A text that was made for this answer, or 304 to who has it already. */
export function textAnswer(request: Request, { text, mediaType, headers = {} }: TextAnswer): Response {
  // Weak: the server may compress it on its way.
  const etag = `W/"${createHash('sha256').update(text).digest('base64url')}"`;
  const common = { ETag: etag, 'Cache-Control': briefly, Vary: 'Accept-Encoding', ...headers };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers: common });
  return new Response(text, { headers: { ...common, 'Content-Type': mediaType } });
}

export function jsonAnswer(request: Request, content: unknown, headers: Record<string, string> = {}): Response {
  return textAnswer(request, { text: JSON.stringify(content), mediaType: 'application/json; charset=utf-8', headers });
}

/** Whether the request has what this ETag is of. */
export function isKnown(request: Request, etag: string): boolean {
  return isNamed(request.headers.get('if-none-match') ?? '', etag);
}

/** Whether a list of If-None-Match names this ETag; strength does not matter there (RFC 9110, 13.1.2). */
export function isNamed(list: string, etag: string): boolean {
  const strong = (tag: string) => tag.trim().replace(/^W\//, '');
  const asked = list.split(',').map(strong);
  return asked.includes('*') || asked.includes(strong(etag));
}
