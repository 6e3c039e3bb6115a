import { useTranslations } from 'next-intl';
import type { Format } from '#components/format/useFormat.ts';
import type { AuditChange, AuditEntry, AuditLeaf } from '#domain/staff/audit.ts';
import { type AuditField, auditFields, isAuditField } from '#domain/staff/auditFields.ts';

type CodedField = {
  [Field in AuditField]: (typeof auditFields)[Field] extends 'word' ? Field : never;
}[AuditField];

/** Where the words of a field's codes are; the first that knows the code says it. */
const wordsOf: Record<CodedField, readonly string[]> = {
  role: ['console.roles.*'],
  commissionLevel: ['console.levels.*'],
  category: ['status.category.*', 'cases.category.*'],
  severity: ['status.severity.*'],
  source: ['audit.value.source.*'],
  state: ['status.state.*', 'cases.state.*', 'audit.value.state.*'],
  outcome: ['audit.value.outcome.*', 'violations.outcome.*'],
  verdict: ['cases.verdict.*', 'audit.value.verdict.*'],
  measure: ['cases.measure.*'],
  appeal: ['violations.outcome.*'],
  channel: ['board.channel.*'],
  reason: ['audit.value.reason.*'],
  events: ['webhooks.event.*.name'],
  secret: ['audit.value.secret.*'],
  test: ['audit.value.test.*'],
};

/** Tells the audit log in words; what has none stays the code that it is. `unitNames`: by code. */
export function useAuditWords(unitNames: ReadonlyMap<string, string>, format: Format) {
  const t = useTranslations();
  const said = new Map<string, string | null>();
  /** Asked once a render: the log says the same few words over and over. */
  const find = (key: string): string | null => {
    const known = said.get(key);
    if (known !== undefined) return known;
    const text = t.has(key) ? t(key) : null;
    said.set(key, text);
    return text;
  };
  const findCode = (pattern: string, code: string) =>
    /^[\w.-]+$/.test(code) ? find(pattern.replace('*', code.replaceAll('.', '_'))) : null;
  const unit = (code: string) => unitNames.get(code) ?? code;
  const commission = (code: string) => {
    const [level = '', of] = code.split(' ');
    const name = findCode('console.levels.*', level) ?? level;
    return of === undefined ? name : `${name}, ${unit(of)}`;
  };
  const instant = (text: string) => {
    const ms = Date.parse(text);
    return Number.isNaN(ms) ? text : format.dayAndTime(ms);
  };
  const leaf = (field: string, value: AuditLeaf, names: AuditEntry['names']): string => {
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    const text = String(value);
    if (!isAuditField(field)) return text;
    const kind = auditFields[field];
    if (kind === 'unit') return unit(text);
    if (kind === 'commission') return commission(text);
    if (kind === 'instant') return instant(text);
    if (kind === 'person') return names[text] ?? text;
    if (!isCoded(field)) return text;
    for (const pattern of wordsOf[field]) {
      const word = findCode(pattern, text);
      if (word !== null) return word;
    }
    return text;
  };
  return {
    action: (action: string) => find(`audit.action.${action}`) ?? action,
    group: (action: string) => findCode('audit.group.*', action.split('.')[0] ?? '') ?? action,
    actor: ({ personId, personName }: AuditEntry) =>
      (personId === null ? findCode('audit.program.*', personName) : null) ?? personName,
    role: (role: string) => findCode('console.roles.*', role) ?? role,
    /** What it was done to; null where that is whoever did it, or nothing in particular. */
    object: ({ object, personId, names }: AuditEntry): string | null => {
      const [kind = '', id = ''] = object.split('/');
      if (id === '' || (kind === 'person' && id === personId)) return null;
      if (kind === 'person') return names[id] ?? id;
      const key = `audit.object.${kind}`;
      return t.has(key) ? t(key, { id }) : object;
    },
    field: ({ field, language }: AuditChange) => {
      const name = find(`audit.field.${field}`) ?? field;
      return language === null ? name : `${name}, ${t(`violations.languages.${language}`)}`;
    },
    value: (field: string, parts: AuditLeaf[], { names }: AuditEntry) =>
      parts.map((part) => leaf(field, part, names)).join(', '),
  };
}

function isCoded(field: AuditField): field is CodedField {
  return Object.hasOwn(wordsOf, field);
}
