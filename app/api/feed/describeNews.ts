import type { Language, Names } from '#domain/languages.ts';
import type { News } from './feedNews.ts';
import type { FeedWords } from './feedWords.ts';
import type { Correction, ListedChange } from './readCorrection.ts';

/** An entry in words; `lists` are paragraphs that stand as a list. */
export interface Told {
  title: string;
  category: 'publication' | 'candidacy' | 'results' | 'correction' | 'retraction';
  /** An address of this server. */
  path: string;
  paragraphs: string[];
  list: string[];
  links: { path: string; text: string }[];
  author: string;
}

export interface Telling {
  language: Language;
  words: FeedWords;
  electionNames: Names;
  unitNames: ReadonlyMap<string, Names>;
}

export function describeNews(news: News, telling: Telling): Told {
  const { language, words, electionNames } = telling;
  const because = (reason: Names | null) => (reason ? [words.say('reason', { reason: reason[language] })] : []);
  const plain = { list: [], links: [], author: electionNames[language] };
  switch (news.kind) {
    case 'publication': {
      const { change, before } = news;
      const who = change.decidedBy[language];
      return {
        ...plain,
        title: words.say(before ? 'moved' : 'announced', { when: words.when(change.publishAt) }),
        category: 'publication',
        path: `/${language}/results`,
        paragraphs: [
          ...(before ? [words.say('movedFrom', { when: words.when(before.publishAt) })] : []),
          ...because(change.reason),
          words.say('decidedBy', { who }),
        ],
        author: who,
      };
    }
    case 'decision': {
      const { decision } = news;
      const who = decision.decidedBy[language];
      return {
        ...plain,
        title: words.say(`decision.${decision.status}`, { name: decision.candidacyNames[language] }),
        category: 'candidacy',
        path: `/api/v1/results/contests/${decision.contestId}.json`,
        paragraphs: [
          decision.contestNames[language],
          ...because(decision.reason),
          words.say('rule', { rule: decision.rule[language] }),
          words.say(`votes.${decision.votes}`),
          words.say('decisionBy', { who, number: decision.number }),
        ],
        author: who,
      };
    }
    case 'edition':
      return { ...plain, ...describeEdition(news, telling) };
    case 'retraction':
      return {
        ...plain,
        title: words.say('retraction', { contest: news.retraction.contestNames[language] }),
        category: 'retraction',
        path: `/api/v1/editions/${news.edition.number}/contests/${news.retraction.contestId}.json`,
        paragraphs: [
          ...because(news.retraction.reason),
          words.say('edition', { edition: String(news.edition.number) }),
        ],
      };
  }
}

function describeEdition(
  { edition, correction }: Extract<News, { kind: 'edition' }>,
  { language, words, unitNames }: Telling,
): Omit<Told, 'author'> {
  const number = String(edition.number);
  const isCorrection = edition.number > 1;
  const base = `/api/v1/editions/${number}`;
  const told = correction ?? { total: 0, listed: [] };
  return {
    title: isCorrection
      ? words.say('correction', { edition: number, previous: String(edition.number - 1) })
      : words.say('released', { edition: number }),
    category: isCorrection ? 'correction' : 'results',
    path: `/${language}/results`,
    paragraphs: [
      ...(edition.reason ? [words.say('reason', { reason: edition.reason[language] })] : []),
      words.say('approvedBy', { people: edition.approvedBy.join(', ') }),
      words.say('manifest', { hash: edition.manifestHash }),
      ...(told.total > 0 ? [changesInWords(words, told)] : []),
    ],
    list: told.listed.map((change) => changeInWords(change, language, words, unitNames)),
    links: [
      { path: `${base}/bundle.zip`, text: words.say('bundle') },
      ...(isCorrection ? [{ path: `${base}/changes.json`, text: words.say('allChanges') }] : []),
    ],
  };
}

function changesInWords(words: FeedWords, { total, listed }: Pick<Correction, 'total' | 'listed'>): string {
  if (total === listed.length) return words.say('changed');
  return words.say('changedSome', { shown: words.count(listed.length), total: words.count(total) });
}

function changeInWords(
  change: ListedChange,
  language: Language,
  words: FeedWords,
  unitNames: ReadonlyMap<string, Names>,
): string {
  const { contestNames, candidacyNames, districtCodes, field } = change;
  const districts = (districtCodes ?? []).map((code) => unitNames.get(code)?.[language] ?? code).join(', ');
  const value = (of: ListedChange['before']) => {
    if (of === null) return words.say('none');
    return typeof of === 'number' ? words.count(of) : words.nameOf(`value.${field}.${of}`, of);
  };
  return words.say('change', {
    place: [contestNames[language], candidacyNames?.[language], districts].filter(Boolean).join(' · '),
    field: words.nameOf(`field.${field}`, field),
    before: value(change.before),
    after: value(change.after),
  });
}
