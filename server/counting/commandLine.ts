import { parseArgs } from 'node:util';
import { InvalidInput } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';

/** What follows `npm run results --` for each verb. */
export const usageOf = {
  key: 'key FILE                                  make a signing key (never overwrites)',
  zero: 'zero                                      put the zero feed out, before the results',
  count: 'count --by NAME [REASON]                  count the vote database and seal a draft',
  import: 'import FILE --by NAME [REASON]            seal a draft of protocols in CSV',
  reissue: 'reissue --by NAME REASON                  seal the newest edition again, without what was taken back',
  status: 'status                                    the draft, its hash, who approved, what is open, when it is due',
  approve: 'approve HASH --by NAME                    approve the draft; two people have to',
  object: 'object HASH --by NAME --reason TEXT       stop the draft',
  lot: 'lot CONTEST --order A,B,… --drawn-by NAME --by NAME, or lot CONTEST --void --by NAME',
  retract: 'retract CONTEST --by NAME REASON          take a contest back',
  lift: 'lift CONTEST --by NAME                    end that',
  'propose-publication':
    'propose-publication TIME --by NAME REASON --decided-kk TEXT --decided-ru TEXT --decided-en TEXT',
  'confirm-publication': 'confirm-publication NUMBER --by NAME      a second person puts the proposed time into force',
} as const;
export type Verb = keyof typeof usageOf;

export const usage = `npm run results -- VERB
${Object.values(usageOf)
  .map((line) => `  ${line}`)
  .join('\n')}
  REASON is --reason-kk TEXT --reason-ru TEXT --reason-en TEXT; a correction needs one.
  COUNTING_DATABASE_URL, COUNTING_VOTE_DATABASE_URL, SIGNING_KEY_FILE: where to, and the key; else those of a running demo.`;

const options = {
  by: { type: 'string' },
  'drawn-by': { type: 'string' },
  order: { type: 'string' },
  void: { type: 'boolean' },
  reason: { type: 'string' },
  'reason-kk': { type: 'string' },
  'reason-ru': { type: 'string' },
  'reason-en': { type: 'string' },
  'decided-kk': { type: 'string' },
  'decided-ru': { type: 'string' },
  'decided-en': { type: 'string' },
} as const;
type TextOption = Exclude<keyof typeof options, 'void'>;

/** What was typed after the verb; what is missing is said with the verb's usage. */
export interface CommandLine {
  verb: Verb;
  void: boolean;
  /** The word after the verb. Throws InvalidInput. */
  word(): string;
  /** Throws InvalidInput. */
  text(option: TextOption): string;
  /** `--<option>-kk`, `-ru` and `-en`; null where none of them is given. Throws InvalidInput where one is missing. */
  names(option: 'reason' | 'decided'): Names | null;
}

/** Throws InvalidInput with the usage. */
export function readCommandLine(args: readonly string[]): CommandLine | 'help' {
  const [verb = 'help', ...rest] = args;
  if (['help', '--help', '-h'].includes(verb)) return 'help';
  if (!isVerb(verb)) throw new InvalidInput(`${verb} is no verb\n${usage}`);
  const missing = (what: string) => new InvalidInput(`${what} is missing: npm run results -- ${usageOf[verb]}`);
  const { values, positionals } = parse(verb, rest);
  const takesWord = !['zero', 'count', 'reissue', 'status'].includes(verb);
  if (positionals.length > (takesWord ? 1 : 0)) {
    throw new InvalidInput(`${positionals.at(-1)} is too much: npm run results -- ${usageOf[verb]}`);
  }
  const text = (option: TextOption) => {
    const value = values[option]?.trim();
    if (!value) throw missing(`--${option}`);
    return value;
  };
  return {
    verb,
    void: values.void ?? false,
    word: () => {
      const [word] = positionals;
      if (!word) throw missing(usageOf[verb].split(' ')[1] ?? '');
      return word;
    },
    text,
    names: (option) => {
      if (!(['kk', 'ru', 'en'] as const).some((language) => values[`${option}-${language}`])) return null;
      return { kk: text(`${option}-kk`), ru: text(`${option}-ru`), en: text(`${option}-en`) };
    },
  };
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(usageOf, word);
}

function parse(verb: Verb, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new InvalidInput(`${error instanceof Error ? error.message : error}: npm run results -- ${usageOf[verb]}`);
  }
}
