import { createHash } from 'node:crypto';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';

/** What every chain begins with. */
export const firstHash = '0'.repeat(64);
const rowsAtOnce = 5_000;

type Row = Record<
  'previousHash' | 'hash' | 'id' | 'at' | 'electionAt' | 'personName' | 'role' | 'action' | 'object',
  string
> &
  Record<'personId' | 'before' | 'after' | 'address', string | null>;

export interface AuditFault {
  id: number;
  fault: 'missing' | 'changed' | 'extra' | 'kept hash not found';
}

export interface AuditVerdict {
  rows: number;
  /** Of the newest row: kept elsewhere, it later proves that nothing up to here was cut off or rewritten. */
  head: string;
  /** The first one. */
  fault: AuditFault | null;
}

/** Recomputes the chain from its first row, apart from the SQL that made it; `kept` is a head hash of an earlier day. */
export function verifyAudit(db: DatabaseClient['db'], kept?: string): Promise<AuditVerdict> {
  return db.transaction((tx) => verifyChain(tx, kept), { isolationLevel: 'repeatable read', accessMode: 'read only' });
}

async function verifyChain(tx: Transaction, kept: string | undefined): Promise<AuditVerdict> {
  let [rows, head, keptIsFound] = [0, firstHash, kept === undefined || kept === firstHash];
  for (let after = Number.MIN_SAFE_INTEGER; ; after = rows) {
    const page = await readRows(tx, after);
    for (const row of page) {
      const fault = findFault(row, rows, head);
      if (fault) return { rows, head, fault };
      rows += 1;
      head = row.hash;
      if (row.hash === kept) keptIsFound = true;
    }
    if (page.length < rowsAtOnce) break;
  }
  const [counted] = await tx.execute<{ lastId: string; hash: string }>(
    sql`select last_id as "lastId", hash from ops.audit_head`,
  );
  const lastId = Number(counted?.lastId ?? 0);
  if (lastId > rows) return { rows, head, fault: { id: rows + 1, fault: 'missing' } };
  if (lastId < rows) return { rows, head, fault: { id: lastId + 1, fault: 'extra' } };
  if (counted?.hash !== head) return { rows, head, fault: { id: rows, fault: 'changed' } };
  return { rows, head, fault: keptIsFound ? null : { id: rows, fault: 'kept hash not found' } };
}

function findFault(row: Row, previousId: number, previousHash: string): AuditFault | null {
  const id = Number(row.id);
  if (id > previousId + 1) return { id: previousId + 1, fault: 'missing' };
  if (id <= previousId) return { id, fault: 'extra' };
  if (row.previousHash !== previousHash || row.hash !== hashOf(row)) return { id, fault: 'changed' };
  return null;
}

function hashOf(row: Row): string {
  const { id, at, electionAt, personId, personName, role, action, object, before, after, address } = row;
  const fields = [
    row.previousHash,
    id,
    at,
    electionAt,
    personId,
    personName,
    role,
    action,
    object,
    before,
    after,
    address,
  ];
  return createHash('sha256').update(fields.map(fieldText).join('')).digest('hex');
}

function fieldText(field: string | null): string {
  return field === null ? '-\n' : `${Buffer.byteLength(field)}:${field}\n`;
}

function readRows(tx: Transaction, after: number): Promise<Row[]> {
  return tx.execute<Row>(sql`
    select previous_hash as "previousHash", hash, id::text as id, ops.audit_instant(at) as at,
      ops.audit_instant(election_at) as "electionAt", person_id as "personId", person_name as "personName", role, action, object,
      before::text as before, after::text as after, address
    from ops.audit where id > ${after} order by audit.id limit ${rowsAtOnce}`);
}
