import { answer, textAnswer } from '../../answer.ts';
import { readIncidentFeed } from '../../feed/readIncidentFeed.ts';
import { readParameters } from '../../parameters.ts';
import { publicOrigin } from '../../publicOrigin.ts';
import { requestCosts } from '../../rateLimit.ts';
import { FeedParameters } from '../../schemas.ts';

export { DELETE, OPTIONS, PATCH, POST, PUT } from '../../methods.ts';

const Parameters = FeedParameters.pick({ lang: true });

/** Public incidents, those changed last first; `?lang=kk`, `ru` or `en`. */
export function GET(request: Request) {
  return answer(request, requestCosts.feed, async () => {
    const { lang: language = 'kk' } = readParameters(request, Parameters);
    return textAnswer(request, {
      text: await readIncidentFeed(language, publicOrigin(request)),
      mediaType: 'application/atom+xml; charset=utf-8',
      headers: { 'Content-Language': language },
    });
  });
}
