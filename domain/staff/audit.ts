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
}
export type AuditValue = Record<string, unknown>;

export interface AuditChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** What differs between before and after, field by field; an inner object is named `outer.inner`. */
export function listAuditChanges(entry: Pick<AuditEntry, 'before' | 'after'>): AuditChange[] {
  const [before, after] = [flatten(entry.before), flatten(entry.after)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((field) => ({ field, before: before.get(field) ?? null, after: after.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

function flatten(value: unknown, prefix = ''): Map<string, string> {
  if (value === null || value === undefined) return new Map();
  if (typeof value !== 'object' || Array.isArray(value))
    return new Map([[prefix, typeof value === 'string' ? value : JSON.stringify(value)]]);
  return new Map(
    Object.entries(value).flatMap(([name, inner]) => [...flatten(inner, prefix === '' ? name : `${prefix}.${name}`)]),
  );
}
