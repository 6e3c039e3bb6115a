import { findLanguage, type Language, languages } from '../languageCodes.ts';

/** One row of the audit log; times are instants, the text of a JSON value is as PostgreSQL writes it. */
export interface AuditEntry {
  id: number;
  at: string;
  electionAt: string;
  personId: string | null;
  personName: string;
  role: string;
  action: string;
  object: string;
  before: AuditValue | null;
  after: AuditValue | null;
  address: string | null;
  /** Of the people that its object and fields name, as they are called now, by id. */
  names: Record<string, string>;
}
export type AuditValue = Record<string, unknown>;

/** A value as the log keeps it, an array in its parts. */
export type AuditLeaf = string | number | boolean;

export interface AuditChange {
  /** `outer.inner` where the field holds an object. */
  path: string;
  /** The outermost name in it. */
  field: string;
  /** Where it is a text in several languages: in which. */
  language: Language | null;
  before: AuditLeaf[] | null;
  after: AuditLeaf[] | null;
}

/** What differs between before and after, field by field. */
export function listAuditChanges(entry: Pick<AuditEntry, 'before' | 'after'>): AuditChange[] {
  const [before, after] = [flatten(entry.before), flatten(entry.after)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [was, is] = [before.get(path) ?? null, after.get(path) ?? null];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const parts = path.split('.');
    return [{ path, field: parts[0] ?? path, language: findLanguage(parts.at(-1) ?? ''), before: was, after: is }];
  });
}

function flatten(value: unknown, path = ''): Map<string, AuditLeaf[]> {
  if (value === null || value === undefined || value === '') return new Map();
  if (Array.isArray(value) && !value.some(isObject)) return new Map([[path, value.map(leafOf)]]);
  if (!isObject(value)) return new Map([[path, [leafOf(value)]]]);
  const one = inOnePiece(value);
  if (one !== null) return new Map([[path, [one]]]);
  return new Map(
    Object.entries(value).flatMap(([name, inner]) => [...flatten(inner, path === '' ? name : `${path}.${name}`)]),
  );
}

/** A commission as cases write it down, and a text that is the same in all languages: a name, mostly. */
function inOnePiece(value: object): string | null {
  if ('level' in value && 'districtCode' in value && 'regionCode' in value)
    return [value.level, value.districtCode ?? value.regionCode].filter(Boolean).join(' ');
  const texts: unknown[] = Object.values(value);
  const isSame = languages.every((language) => language in value) && texts.every((text) => text === texts[0]);
  return isSame && typeof texts[0] === 'string' ? texts[0] : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function leafOf(value: unknown): AuditLeaf {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : JSON.stringify(value);
}
