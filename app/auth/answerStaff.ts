import { sqlState } from '#db/aggregate/serialization.ts';
import { Conflict, Forbidden, InvalidInput, NotFound, type Refusal } from '#domain/errors.ts';
import { publicOrigin } from '../api/publicOrigin.ts';
import { TooManyRequests } from '../api/rateLimit.ts';
import { SecondFactorNeeded, SignInClosed, Unauthorized, WrongOrigin } from './refusals.ts';

/** SQLSTATE of a text with a zero byte: in an address or a body, PostgreSQL keeps none. */
const characterNotInRepertoire = '22021';

/** Runs a staff route: what changes anything comes from our own pages, errors leave as JSON, nothing is kept by anybody. */
export async function answerStaff(request: Request, make: () => Promise<Response>): Promise<Response> {
  const response = await checkOrigin(request).then(make).catch(refuse);
  response.headers.set('Cache-Control', 'no-store');
  response.headers.set('Vary', 'Cookie');
  return response;
}

/** The cookie is SameSite=Lax; this holds where a browser does not, and for pages of the same site on another port. */
async function checkOrigin(request: Request): Promise<void> {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  if (request.headers.get('origin') !== publicOrigin(request)) throw new WrongOrigin('sent by a page of another site');
}

function refuse(error: unknown): Response {
  if (error instanceof Unauthorized) return refusal(401, 'unauthorized');
  if (error instanceof SecondFactorNeeded) return refusal(403, 'second_factor_needed');
  if (error instanceof WrongOrigin) return refusal(403, 'wrong_origin');
  if (error instanceof Forbidden) return refusal(403, 'forbidden');
  if (error instanceof NotFound) return refusal(404, 'not_found', error.message);
  if (error instanceof Conflict) return refusal(409, 'conflict', error.message, error.refusal);
  if (error instanceof InvalidInput) return refusal(400, 'invalid_input', error.message, error.refusal);
  if (error instanceof TooManyRequests) return refusal(429, 'too_many_requests');
  if (error instanceof SignInClosed) return refusal(503, 'sign_in_closed');
  if (sqlState(error) === characterNotInRepertoire) return refusal(400, 'invalid_input', 'no control characters');
  process.stderr.write(`web: a staff request failed: ${error instanceof Error ? error.stack : error}\n`);
  return refusal(500, 'internal');
}

function refusal(status: number, error: string, message?: string, why?: Refusal): Response {
  return Response.json(
    { error, ...(message !== undefined && { message }), ...(why !== undefined && { refusal: why }) },
    { status },
  );
}
