import { type Answer, type Ask, describeQuestion, type Question } from './ask.ts';
import { inParallel } from './crawl.ts';
import type { Report } from './report.ts';

const waysToGuess: readonly Question[] = [
  {},
  { method: 'HEAD' },
  { method: 'OPTIONS' },
  { method: 'POST' },
  { headers: { Range: 'bytes=0-0' } },
  { headers: { Range: 'bytes=999999-' } },
  { headers: { 'If-None-Match': '*' } },
  { headers: { 'If-Match': '*' } },
  { headers: { 'If-Modified-Since': 'Mon, 05 Oct 2020 06:00:00 GMT' } },
  { headers: { 'Accept-Encoding': 'br' } },
  { headers: { 'Accept-Encoding': 'gzip' } },
  { headers: { RSC: '1' } },
  { headers: { 'X-HTTP-Method-Override': 'PUT', 'X-Forwarded-For': '127.0.0.1' } },
];

/** What differs between two answers to the same question: when they were given, and how often was asked. */
const ofTheMoment = new Set(['date', 'ratelimit-remaining', 'ratelimit-reset', 'keep-alive', 'connection']);

/** Ways to write an address that a server may take for the one of the file. */
const spellings: readonly ((path: string) => string)[] = [
  (path) => path,
  (path) => `${path}/`,
  (path) => path.toUpperCase(),
  (path) => path.replaceAll('/', '%2f'),
  (path) => path.replaceAll('/', '//'),
  (path) => `./${path}`,
  (path) => `x/../${path}`,
  (path) => `x%2f..%2f${path}`,
  (path) => `..%2f1%2f${path}`,
  (path) => `${path}%00`,
  (path) => `${path};v=1`,
  (path) => `${path}?_rsc=1`,
  (path) => `${path}.br`,
];

/**
 * Guesses the names of the coming edition's files. Every answer must be, byte for byte and header for header, the one to a name
 * of the same form that no edition will ever have.
 */
export async function guessNames(
  ask: Ask,
  prefixes: readonly string[],
  paths: readonly string[],
  report: Report,
): Promise<void> {
  const guesses = prefixes.flatMap((prefix, place) =>
    listGuesses(paths, place === 0).map((guess) => ({ prefix, ...guess })),
  );
  const isEnough = () => report.isEnough('names');
  await inParallel(guesses, isEnough, async ({ prefix, path, spell, question }) => {
    const nonsense = nonsenseOf(path);
    const guessed = await ask(prefix + spell(path), question);
    const other = await ask(prefix + spell(nonsense), question);
    const where = describeQuestion(prefix + spell(path), question);
    report.answer('names', where, guessed);
    const difference = differenceOf(inForm(guessed, path), inForm(other, nonsense));
    if (difference) report.problem('names', where, `${difference}, unlike nonsense`);
    else if (guessed.status < 300 && question.method !== 'OPTIONS')
      report.problem('names', where, `status ${guessed.status}`);
  });
}

interface Guess {
  path: string;
  spell(path: string): string;
  question: Question;
}

/** Each path; the first in every spelling, and the first of each ending in every way where that is asked for. */
function listGuesses(paths: readonly string[], inEveryWay: boolean): Guess[] {
  const [plain] = spellings;
  const few = waysToGuess.slice(0, 2);
  const endings = new Map(paths.map((path): [string, string] => [path.slice(path.lastIndexOf('.')), path]).reverse());
  const ways = (path: string) => (inEveryWay && [...endings.values()].includes(path) ? waysToGuess : few);
  return paths.flatMap((path, index) => [
    ...(plain ? ways(path).map((question) => ({ path, spell: plain, question })) : []),
    ...(index === 0 ? spellings.slice(1) : []).flatMap((spell) => few.map((question) => ({ path, spell, question }))),
  ]);
}

/** The same form and length, and a name that nobody gives a file. */
function nonsenseOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return path.slice(0, dot).replaceAll(/[A-Za-z]/g, 'q') + path.slice(dot);
}

interface Form {
  status: number;
  headers: readonly string[];
  body: string;
}

/** The answer without what it repeats of the address, and without what is of the moment. */
function inForm({ status, rawHeaders, content }: Answer, path: string): Form {
  const echoes = [
    path,
    path.toUpperCase(),
    encodeURIComponent(path),
    path.replaceAll('/', '//'),
    path.replaceAll('/', '%2f'),
  ];
  const without = (text: string) => echoes.reduce((rest, echo) => rest.replaceAll(echo, '…'), text);
  const headers = rawHeaders
    .map((name, index) => (index % 2 === 0 ? `${name.toLowerCase()}: ${without(rawHeaders[index + 1] ?? '')}` : ''))
    .filter((line) => line !== '' && !ofTheMoment.has(line.split(':')[0] ?? ''));
  return { status, headers, body: without(content.toString('latin1')) };
}

function differenceOf(guessed: Form, nonsense: Form): string | null {
  if (guessed.status !== nonsense.status) return `status ${guessed.status}`;
  const header = guessed.headers.find((line, index) => line !== nonsense.headers[index]);
  if (header !== undefined || guessed.headers.length !== nonsense.headers.length)
    return `header ${header ?? nonsense.headers.at(-1)}`;
  return guessed.body === nonsense.body ? null : 'its body';
}
