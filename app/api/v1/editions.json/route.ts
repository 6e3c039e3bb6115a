import { readPressState } from '../../../editions.ts';
import { answer, jsonAnswer } from '../../answer.ts';
import { editionsAnswer } from '../../editionsAnswer.ts';
import { readParameters } from '../../parameters.ts';
import { requestCosts } from '../../rateLimit.ts';
import { EditionsParameters } from '../../schemas.ts';

export { DELETE, OPTIONS, PATCH, POST, PUT } from '../../methods.ts';

export function GET(request: Request) {
  return answer(request, requestCosts.list, async () => {
    const { since } = readParameters(request, EditionsParameters);
    const list = editionsAnswer(await readPressState(), since === undefined ? -1 : Number(since));
    return jsonAnswer(request, list, { Link: `<${list.next}>; rel="next"` });
  });
}
