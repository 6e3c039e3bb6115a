import { answer, jsonAnswer } from '../../answer.ts';
import { openApiDocument } from '../../openapi/document.ts';
import { requestCosts } from '../../rateLimit.ts';

export { DELETE, OPTIONS, PATCH, POST, PUT } from '../../methods.ts';

export function GET(request: Request) {
  return answer(request, requestCosts.list, async () => jsonAnswer(request, openApiDocument));
}
