import { answer, textAnswer } from '../../answer.ts';
import { readFeed } from '../../feed/readFeed.ts';
import { readParameters } from '../../parameters.ts';
import { publicOrigin } from '../../publicOrigin.ts';
import { requestCosts } from '../../rateLimit.ts';
import { FeedParameters } from '../../schemas.ts';

export { DELETE, OPTIONS, PATCH, POST, PUT } from '../../methods.ts';

export function GET(request: Request) {
  return answer(request, requestCosts.feed, async () => {
    const { lang: language = 'kk', before } = readParameters(request, FeedParameters);
    const { atom, nextPath } = await readFeed({ language, before, origin: publicOrigin(request) });
    const headers = {
      'Content-Language': language,
      ...(nextPath === null ? {} : { Link: `<${nextPath}>; rel="next"` }),
    };
    return textAnswer(request, { text: atom, mediaType: 'application/atom+xml; charset=utf-8', headers });
  });
}
