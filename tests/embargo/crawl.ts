import { type Answer, type Ask, describeQuestion, locationOf, type Question } from './ask.ts';

export interface Crawl {
  start: readonly string[];
  /** So many addresses at most. */
  most: number;
  waysOf(address: string): readonly Question[];
  isFollowed(link: string): boolean;
  tell(where: string, answer: Answer): void;
  tooMany(): void;
  isEnough(): boolean;
}

/** Asks for these addresses and for whatever the answers lead to; returns how many addresses that were. */
export async function crawl(
  ask: Ask,
  { start, most, waysOf, isFollowed, tell, tooMany, isEnough }: Crawl,
): Promise<number> {
  const seen = new Set<string>();
  let waiting = new Set(start);
  while (waiting.size > 0 && !isEnough()) {
    const batch = [...waiting].slice(0, most - seen.size);
    for (const address of batch) seen.add(address);
    const found = new Set<string>();
    await inParallel(batch, isEnough, async (address) => {
      for (const question of waysOf(address)) {
        if (isEnough()) return;
        const answer = await ask(address, question);
        tell(describeQuestion(address, question), answer);
        for (const link of linksIn(answer)) if (!seen.has(link) && isFollowed(link)) found.add(link);
        // The client's payload stands at an address with a hash of these headers.
        const payload = question.headers?.RSC ? locationOf(answer) : null;
        if (payload) tell(describeQuestion(payload, question), await ask(payload, question));
      }
    });
    waiting = found;
    if (seen.size >= most) {
      tooMany();
      break;
    }
  }
  return seen.size;
}

/** Addresses of this site in a page, a feed or a file. */
function linksIn(answer: Answer): string[] {
  const location = locationOf(answer);
  const text = /html|json|xml|x-component/.test(answer.headers['content-type'] ?? '')
    ? answer.content.toString('utf8')
    : '';
  const attributes = [...text.matchAll(/(?:href|src)\\?="(\/[^"\\]*)/g)].map(([, path = '']) => path);
  const named = [...text.matchAll(/["(<](?:https?:\/\/[^/"\s]+)?(\/(?:api\/v1|_next\/static)\/[^"\\)>\s]*)/g)].map(
    ([, path = '']) => path,
  );
  return [...attributes, ...named, ...(location === null ? [] : [location])]
    .map((path) => (path.replaceAll('&amp;', '&').split('#')[0] ?? '').replaceAll(/[^!-~]/gu, encodeURIComponent))
    .filter((path) => path.startsWith('/') && !path.startsWith('//') && !/[{}[\]]|[?&]_rsc/.test(path));
}

const parallel = 6;

/** Does the work of each item, several at once, until `isEnough`. */
export async function inParallel<T>(
  items: readonly T[],
  isEnough: () => boolean,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (const item of waiting) {
        if (isEnough()) return;
        await work(item);
      }
    }),
  );
}
