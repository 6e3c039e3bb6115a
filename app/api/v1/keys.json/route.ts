import { answer, jsonAnswer } from '../../answer.ts';
import { requestCosts } from '../../rateLimit.ts';
import { readSigningKeys } from '../../readSigningKeys.ts';

export { DELETE, OPTIONS, PATCH, POST, PUT } from '../../methods.ts';

export function GET(request: Request) {
  return answer(request, requestCosts.list, async () => jsonAnswer(request, { keys: await readSigningKeys() }));
}
