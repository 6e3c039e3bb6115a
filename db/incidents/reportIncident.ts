import { createHash } from 'node:crypto';
import { Conflict, Forbidden } from '#domain/errors.ts';
import { incidentId } from '#domain/incidents/incidentId.ts';
import type { ReportIncident } from '#domain/incidents/requests.ts';
import type { AuditActor } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { openIncident } from './fileIncident.ts';
import { findPlace } from './findPlace.ts';

export interface ReportKey {
  id: number;
  name: string;
  regionCode: string | null;
}

export interface ReportAnswer {
  id: string;
}

/**
 * Opens what a program reports, in the key's region where it names none. The same request again gets the same answer. Throws
 * InvalidInput, Forbidden outside of the key's region, and Conflict where the idempotency key was used for something else.
 */
export async function reportIncident(
  db: DatabaseClient['db'],
  key: ReportKey,
  report: ReportIncident,
  { address, idempotencyKey }: { address: string | null; idempotencyKey: string | null },
): Promise<ReportAnswer> {
  const by: AuditActor = { id: null, name: key.name, role: 'program', address };
  return db.transaction(async (tx) => {
    const digest = createHash('sha256').update(JSON.stringify(report)).digest();
    const known = idempotencyKey === null ? null : await claimAnswer(tx, key.id, idempotencyKey, digest);
    if (known) return known;
    const unitCodes = report.unitCodes.length === 0 && key.regionCode !== null ? [key.regionCode] : report.unitCodes;
    const place = await findPlace(tx, unitCodes);
    if (key.regionCode !== null && place.regionCode !== key.regionCode)
      throw new Forbidden(`this key is for ${key.regionCode} only`);
    const number = await openIncident(tx, by, { ...report, unitCodes, place, source: 'key' });
    const answer = { id: incidentId(number) };
    if (idempotencyKey !== null)
      await tx.execute(sql`
        update ops.intake_answer set answer = ${JSON.stringify(answer)}::jsonb
        where key_id = ${key.id} and idempotency_key = ${idempotencyKey}`);
    return answer;
  });
}

/** The answer given before; null where this request is the first, which then has the key to itself. */
async function claimAnswer(
  tx: Transaction,
  keyId: number,
  idempotencyKey: string,
  digest: Buffer,
): Promise<ReportAnswer | null> {
  const claimed = await tx.execute(sql`
    insert into ops.intake_answer (key_id, idempotency_key, request_digest, answer)
    values (${keyId}, ${idempotencyKey}, ${digest}, '{}') on conflict do nothing returning key_id`);
  if (claimed.length > 0) return null;
  const [known] = await tx.execute<{ same: boolean; answer: ReportAnswer }>(sql`
    select request_digest = ${digest} as same, answer from ops.intake_answer
    where key_id = ${keyId} and idempotency_key = ${idempotencyKey}`);
  if (!known?.same) throw new Conflict('Idempotency-Key: it was used for another report');
  return known.answer;
}
