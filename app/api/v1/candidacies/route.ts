import { searchCandidacies } from '#db/queries/searchCandidacies.ts';
import { getDatabase } from '../../../database.ts';
import { readPressState } from '../../../editions.ts';
import { answer, jsonAnswer } from '../../answer.ts';
import { readParameters } from '../../parameters.ts';
import { requestCosts } from '../../rateLimit.ts';
import { type CandidaciesAnswer, CandidaciesParameters } from '../../schemas.ts';

export { DELETE, OPTIONS, PATCH, POST, PUT } from '../../methods.ts';

const defaultLimit = 20;

export function GET(request: Request) {
  return answer(request, requestCosts.search, async () => {
    const { q = '', contest, region, status, after, limit } = readParameters(request, CandidaciesParameters);
    const { election, editions } = await readPressState();
    const page = await searchCandidacies(getDatabase(), {
      q,
      contestId: contest,
      regionCode: region,
      status,
      after,
      limit: limit === undefined ? defaultLimit : Number(limit),
    });
    const list: CandidaciesAnswer = {
      electionId: election.id,
      isTest: election.isTest,
      edition: editions.at(-1)?.number ?? null,
      total: page.total,
      candidacies: page.candidacies,
      next: page.next === null ? null : nextAddress(request, page.next),
    };
    return jsonAnswer(request, list, list.next === null ? {} : { Link: `<${list.next}>; rel="next"` });
  });
}

function nextAddress(request: Request, after: string): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('after', after);
  return `${pathname}?${searchParams}`;
}
