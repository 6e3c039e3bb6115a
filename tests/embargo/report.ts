import { createHash } from 'node:crypto';
import type { Answer } from './ask.ts';
import type { Canaries } from './canaries.ts';
import { createSearch } from './searchBytes.ts';

export const parts = [
  'site',
  'live files',
  'names',
  'database',
  'sizes',
  'logs',
  'deliveries',
  'sockets',
  'console',
] as const;
export type Part = (typeof parts)[number];

export interface Finding {
  /** The part of the check that found it. */
  part: Part;
  where: string;
  what: string;
}

/** What a check looked at, and what it found there. */
export interface Report {
  findings: readonly Finding[];
  looked(): { places: number; bytes: number };
  /** Searches the bytes of a place; `isAllowed` says what may stand there. */
  look(part: Part, where: string, content: Buffer | string, isAllowed?: (found: string) => boolean): void;
  /** Searches an answer's address, headers and content. */
  answer(part: Part, where: string, answer: Answer, isAllowed?: (found: string) => boolean): void;
  problem(part: Part, where: string, what: string): void;
  /** Whether nothing more is to be looked for in this part: a leak that is built in is looked for until it is found. */
  isEnough(part: Part): boolean;
}

const mostOfPlace = 3;
/** Kept of a content, so that what is allowed does not hide what is not. */
const mostKept = 100;

/** What was found in a content, by its hash: many places say the same, and one check does what the one before did. */
const searchedBefore = new WeakMap<Canaries, Map<string, readonly string[]>>();

/** `examples` is a public text whose invented results are none; `untilFound` ends a part at its first finding. */
export function createReport(
  canaries: Canaries,
  { examples, untilFound }: { examples: string; untilFound: boolean },
): Report {
  const search = createSearch(canaries, examples);
  const searched = searchedBefore.get(canaries) ?? new Map<string, readonly string[]>();
  searchedBefore.set(canaries, searched);
  const searchOnce = (content: Buffer | string) => {
    const key = createHash('sha256').update(content).digest('base64');
    const found = searched.get(key) ?? search(content).slice(0, mostKept);
    searched.set(key, found);
    return found;
  };
  const findings: Finding[] = [];
  let places = 0;
  let bytes = 0;
  const look: Report['look'] = (part, where, content, isAllowed = () => false) => {
    places += 1;
    bytes += content.length;
    const found = searchOnce(content).filter((what) => !isAllowed(what));
    for (const what of found.slice(0, mostOfPlace)) findings.push({ part, where, what });
  };
  return {
    findings,
    looked: () => ({ places, bytes }),
    look,
    answer: (part, where, { rawHeaders, content }, isAllowed) => {
      const lines = rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\n`));
      look(part, `${where} (headers)`, lines.join(''), isAllowed);
      look(part, where, content, isAllowed);
    },
    problem: (part, where, what) => findings.push({ part, where, what }),
    isEnough: (part) => untilFound && findings.some((finding) => finding.part === part),
  };
}
