import { createHash } from 'node:crypto';
import type { Answer } from './ask.ts';
import type { Canaries } from './canaries.ts';
import { createSearch } from './searchBytes.ts';

export const parts = ['site', 'live files', 'names', 'database', 'sizes', 'logs', 'sockets'] as const;
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
  /** Searches the bytes of a place. */
  look(part: Part, where: string, content: Buffer | string): void;
  /** Searches an answer's address, headers and content. */
  answer(part: Part, where: string, answer: Answer): void;
  problem(part: Part, where: string, what: string): void;
}

const mostOfPlace = 3;

/** What was found in a content, by its hash: many places say the same, and one check does what the one before did. */
const searchedBefore = new WeakMap<Canaries, Map<string, readonly string[]>>();

/** `examples` is a public text whose invented results are none. */
export function createReport(canaries: Canaries, examples: string): Report {
  const search = createSearch(canaries, examples);
  const searched = searchedBefore.get(canaries) ?? new Map<string, readonly string[]>();
  searchedBefore.set(canaries, searched);
  const searchOnce = (content: Buffer | string) => {
    const key = createHash('sha256').update(content).digest('base64');
    const found = searched.get(key) ?? search(content).slice(0, mostOfPlace);
    searched.set(key, found);
    return found;
  };
  const findings: Finding[] = [];
  let places = 0;
  let bytes = 0;
  const look = (part: Part, where: string, content: Buffer | string) => {
    places += 1;
    bytes += content.length;
    for (const what of searchOnce(content)) findings.push({ part, where, what });
  };
  return {
    findings,
    looked: () => ({ places, bytes }),
    look,
    answer: (part, where, { rawHeaders, content }) => {
      const lines = rawHeaders.map((text, index) => (index % 2 === 0 ? `${text}: ` : `${text}\n`));
      look(part, `${where} (headers)`, lines.join(''));
      look(part, where, content);
    },
    problem: (part, where, what) => findings.push({ part, where, what }),
  };
}
