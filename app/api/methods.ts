import { NotFound } from '#domain/errors.ts';
import { answer } from './answer.ts';

/** Lets a page of any origin read. */
export function OPTIONS(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match, If-Range, Range',
      'Access-Control-Max-Age': '86400',
    },
  });
}

/** The answer to every address that is none. */
export function answerNotFound(request: Request): Promise<Response> {
  return answer(request, 1, () => Promise.reject(new NotFound('no such address')));
}

function refuseMethod(): Response {
  return Response.json(
    { error: 'method_not_allowed' },
    { status: 405, headers: { Allow: 'GET, HEAD', 'Access-Control-Allow-Origin': '*' } },
  );
}

export { refuseMethod as DELETE, refuseMethod as PATCH, refuseMethod as POST, refuseMethod as PUT };
