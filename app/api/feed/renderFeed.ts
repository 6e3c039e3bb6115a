import { Feed } from 'feed';
import type { Election } from '#domain/election.ts';
import { completeAtom, escapeHtml, tagOf } from './atomParts.ts';
import { describeNews, type Telling, type Told } from './describeNews.ts';
import type { NewsPage } from './feedNews.ts';

/** Atom 1.0. `origin` is where readers reach the server; `selfPath` and `nextPath` are addresses of this page and the next. */
export function renderFeed(
  { news }: NewsPage,
  election: Election,
  telling: Telling,
  { origin, selfPath, nextPath }: { origin: string; selfPath: string; nextPath: string | null },
): string {
  const { language, words } = telling;
  const mark = (title: string) => (election.isTest ? words.say('site.rehearsal.title', { title }) : title);
  const feed = new Feed({
    id: tagOf(election.id, `feed/${language}`),
    title: mark(words.say('title', { election: election.names[language] })),
    description: words.say('subtitle'),
    link: `${origin}/${language}/results`,
    feed: `${origin}${selfPath}`,
    author: { name: election.names[language] },
    generator: 'Saylau',
    updated: new Date(news[0]?.at ?? 0),
  });
  for (const item of news) {
    const told = describeNews(item, telling);
    feed.addItem({
      id: tagOf(election.id, item.id),
      title: escapeHtml(mark(told.title)),
      link: `${origin}${told.path}`,
      date: new Date(item.at),
      published: new Date(item.at),
      content: toHtml(told, origin),
      author: [{ name: told.author }],
      category: [{ term: told.category }, ...(election.isTest ? [{ term: 'rehearsal' }] : [])],
    });
  }
  return completeAtom(feed.atom1(), language, nextPath === null ? null : `${origin}${nextPath}`);
}

function toHtml({ paragraphs, list, links }: Told, origin: string): string {
  return [
    ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    ...(list.length > 0 ? [`<ul>${list.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`] : []),
    ...links.map(({ path, text }) => `<p><a href="${escapeHtml(origin + path)}">${escapeHtml(text)}</a></p>`),
  ].join('');
}
