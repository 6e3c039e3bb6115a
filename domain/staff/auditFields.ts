/** How the value of a field is told; `word`: a code that has its words, by field, in components/console/useAuditWords.ts. */
export type AuditFieldKind = 'plain' | 'flag' | 'instant' | 'person' | 'unit' | 'commission' | 'word';

/** Every field that a row of the audit log may hold; each has its words in messages/{kk,ru,en}/audit.json. */
export const auditFields = {
  withCode: 'flag',
  sessionId: 'plain',
  endedSessions: 'plain',
  secondFactor: 'flag',
  disabled: 'flag',
  name: 'plain',
  email: 'plain',
  role: 'word',
  commissionLevel: 'word',
  regionCode: 'unit',
  districtCode: 'unit',
  people: 'plain',
  category: 'word',
  severity: 'word',
  title: 'plain',
  texts: 'plain',
  unitCodes: 'unit',
  isPublic: 'flag',
  source: 'word',
  state: 'word',
  outcome: 'word',
  acknowledgedAt: 'instant',
  assignee: 'person',
  linkedTo: 'plain',
  duplicateOf: 'plain',
  opened: 'plain',
  resolved: 'plain',
  place: 'unit',
  candidacy: 'plain',
  commission: 'commission',
  from: 'commission',
  verdict: 'word',
  measure: 'word',
  appeal: 'word',
  number: 'plain',
  reporter: 'flag',
  contacts: 'flag',
  accused: 'flag',
  channel: 'word',
  opensAt: 'instant',
  closesAt: 'instant',
  publishAt: 'instant',
  reason: 'word',
  decidedBy: 'plain',
  proposedBy: 'plain',
  note: 'plain',
  hash: 'plain',
  url: 'plain',
  events: 'word',
  secret: 'word',
  test: 'word',
  redelivered: 'plain',
} as const satisfies Record<string, AuditFieldKind>;
export type AuditField = keyof typeof auditFields;

/** Before or after a change. */
export type AuditedFields = Partial<Record<AuditField, unknown>>;

export function isAuditField(name: string): name is AuditField {
  return Object.hasOwn(auditFields, name);
}
