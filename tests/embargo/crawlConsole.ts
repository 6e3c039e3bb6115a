import type { Ask, Question } from './ask.ts';
import { crawl } from './crawl.ts';
import { listFirstOfRoutes, listRoutes, type SegmentValues } from './crawlSite.ts';
import type { EmbargoPerson } from './embargoStaff.ts';
import type { Report } from './report.ts';
import { mayStandBefore } from './secrets.ts';

const mostAddresses = 300;

/**
 * As each person who is signed in: every page of the console and every list of the staff. What the role or the region may not read
 * must not be in them, and nothing of what is sealed; `mayKnow` is what some may know of it.
 */
export async function crawlConsole(
  ask: Ask,
  people: readonly EmbargoPerson[],
  { values, mayKnow }: { values: SegmentValues; mayKnow(person: EmbargoPerson, found: string): boolean },
  report: Report,
): Promise<void> {
  const [language = ''] = values.languages;
  const firstOfRoutes = new Set(listFirstOfRoutes(values));
  const isOfStaff = (address: string) => address.startsWith(`/${language}/console`) || address.startsWith('/api/ops/');
  for (const person of people) {
    const signedIn = (question: Question = {}): Question => ({
      ...question,
      headers: { ...question.headers, Cookie: person.cookie },
    });
    const isAllowed = (found: string) => mayStandBefore(person, found) || mayKnow(person, found);
    let opened = 0;
    await crawl(ask, {
      // What is only posted to shows nothing; the site's crawl asks for it.
      start: listRoutes(values, (route) => !route.includes('[verb]')).filter(isOfStaff),
      most: mostAddresses,
      waysOf: (address) =>
        // A page's bytes hold its payload.
        address.startsWith('/api/') || !firstOfRoutes.has(address)
          ? [signedIn()]
          : [signedIn(), signedIn({ headers: { RSC: '1' } })],
      isFollowed: isOfStaff,
      tell: (where, answer) => {
        if (answer.status === 200) opened += 1;
        report.answer('console', `${person.email}: ${where.replace(/, Cookie: .*/, '')}`, answer, isAllowed);
      },
      tooMany: () => report.problem('console', person.email, `more than ${mostAddresses} addresses`),
      isEnough: () => report.isEnough('console'),
    });
    if (report.isEnough('console')) return;
    // Nothing would be found where nothing is opened.
    if (opened < 3) report.problem('console', person.email, 'the console is not open to this person');
  }
}
