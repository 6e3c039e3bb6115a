import type { z } from 'zod';
import type { ZodOpenApiResponsesObject } from 'zod-openapi';
import { rateLimit } from '../rateLimit.ts';
import { Refusal } from '../schemas.ts';

interface Given {
  query?: z.ZodObject;
  path?: z.ZodObject;
  responses: ZodOpenApiResponsesObject;
}

/** An address that answers GET, with the errors that every one may answer. */
export function operation(tag: string, operationId: string, summary: string, { query, path, responses }: Given) {
  return {
    get: {
      operationId,
      summary,
      tags: [tag],
      ...(query || path ? { requestParams: { ...(query ? { query } : {}), ...(path ? { path } : {}) } } : {}),
      responses: {
        ...responses,
        304: { description: 'If-None-Match names what you have.' },
        404: refusal('There is no such address, or it is not public.', { error: 'not_found' }),
        429: refusal('The points of your address are used up; Retry-After says for how many seconds.', {
          error: 'too_many_requests',
          message: `${rateLimit.points} points in ${rateLimit.seconds} seconds are used up`,
          retryAfterSeconds: 42,
        }),
        503: refusal('The database does not answer and nothing was read before; try again after Retry-After.', {
          error: 'unavailable',
        }),
      },
    },
  };
}

export function refusal(description: string, example: z.infer<typeof Refusal>) {
  return { description, content: { 'application/json': { schema: Refusal, example } } };
}
