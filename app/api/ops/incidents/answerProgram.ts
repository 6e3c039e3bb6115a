import { takeIntakeKey } from '#db/incidents/intakeKeys.ts';
import type { ReportKey } from '#db/incidents/reportIncident.ts';
import { Conflict, Forbidden, InvalidInput } from '#domain/errors.ts';
import { Unauthorized } from '../../../auth/refusals.ts';
import { getDatabase } from '../../../database.ts';
import { allowanceOf, TooManyRequests } from '../../rateLimit.ts';

/** Runs a route that programs report to, with the key of `Authorization: Bearer`; errors leave as JSON that says what to do. */
export async function answerProgram(request: Request, make: (key: ReportKey) => Promise<Response>): Promise<Response> {
  const allowance = allowanceOf(request);
  const response = await allowance
    .take(1)
    .then(() => findKey(request))
    .then(make)
    .catch((error: unknown) => refuse(error, allowance.retryAfterSeconds()));
  response.headers.set('Cache-Control', 'no-store');
  return response;
}

/** More than a call may bring; nothing of it is stored. */
export class TooLarge extends Error {
  override name = 'TooLarge';
}

async function findKey(request: Request): Promise<ReportKey> {
  const secret = /^Bearer +(\S{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const key = secret === undefined ? null : await takeIntakeKey(getDatabase(), secret);
  if (!key) throw new Unauthorized('expected Authorization: Bearer with a key in force');
  return key;
}

function refuse(error: unknown, retryAfterSeconds: number): Response {
  if (error instanceof Unauthorized)
    return refusal(401, 'unauthorized', error.message, { 'WWW-Authenticate': 'Bearer' });
  if (error instanceof Forbidden) return refusal(403, 'forbidden', error.message);
  if (error instanceof Conflict) return refusal(409, 'conflict', error.message);
  if (error instanceof TooLarge) return refusal(413, 'too_large', error.message);
  if (error instanceof InvalidInput) return refusal(400, 'invalid_input', error.message);
  if (error instanceof TooManyRequests)
    return refusal(429, 'too_many_requests', `try again in ${retryAfterSeconds} s`, {
      'Retry-After': String(retryAfterSeconds),
    });
  process.stderr.write(`web: a report of a program failed: ${error instanceof Error ? error.stack : error}\n`);
  return refusal(503, 'unavailable', 'nothing was stored: send it again', { 'Retry-After': '5' });
}

function refusal(status: number, error: string, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error, message }, { status, headers });
}
