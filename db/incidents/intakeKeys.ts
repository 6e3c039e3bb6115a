import { createHash, randomBytes } from 'node:crypto';
import { NotFound } from '#domain/errors.ts';
import type { IntakeKey } from '#domain/incidents/intakeKey.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type Database, type DatabaseClient, sql, toInstant } from '../client.ts';

const prefix = 'slk_';

/** Makes a key for programs; its secret is in this answer and nowhere else. */
export async function createIntakeKey(
  db: DatabaseClient['db'],
  by: AuditActor,
  { name, regionCode }: { name: string; regionCode: string | null },
): Promise<{ id: number; secret: string }> {
  const secret = prefix + randomBytes(32).toString('base64url');
  const id = await db.transaction(async (tx) => {
    if (regionCode !== null) {
      const known = await tx.execute(sql`select from board.unit where code = ${regionCode} and level = 'region'`);
      if (known.length === 0) throw new NotFound(`no region ${regionCode}`);
    }
    const [row] = await tx.execute<{ id: number }>(sql`
      insert into ops.intake_key (name, digest, region_code, created_by)
      values (${name}, ${digestOf(secret)}, ${regionCode}, ${by.name}) returning id`);
    if (!row) throw new Error('a key was inserted and is not there');
    await recordAudit(tx, by, { action: 'key.create', object: `key/${row.id}`, after: { name, regionCode } });
    return row.id;
  });
  return { id, secret };
}

/** Ends a key, once. Throws NotFound. */
export async function revokeIntakeKey(db: DatabaseClient['db'], by: AuditActor, id: number): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.execute<{ name: string }>(sql`
      update ops.intake_key set revoked_at = clock_timestamp(), revoked_by = ${by.name}
      where id = ${id} and revoked_at is null returning name`);
    if (!row) throw new NotFound('no such key, or it was revoked before');
    await recordAudit(tx, by, { action: 'key.revoke', object: `key/${id}`, before: { name: row.name } });
  });
}

/** The key in force that this secret is of; it was used now. */
export async function takeIntakeKey(
  db: Database,
  secret: string,
): Promise<{ id: number; name: string; regionCode: string | null } | null> {
  if (!secret.startsWith(prefix)) return null;
  const [row] = await db.execute<{ id: number; name: string; region_code: string | null }>(sql`
    update ops.intake_key set last_used_at = clock_timestamp()
    where digest = ${digestOf(secret)} and revoked_at is null returning id, name, region_code`);
  return row ? { id: row.id, name: row.name, regionCode: row.region_code } : null;
}

export async function listIntakeKeys(db: Database): Promise<IntakeKey[]> {
  const rows = await db.execute<{
    id: number;
    name: string;
    region_code: string | null;
    created_at: string;
    created_by: string;
    last_used_at: string | null;
    revoked_at: string | null;
    revoked_by: string | null;
  }>(sql`
    select id, name, region_code, created_at, created_by, last_used_at, revoked_at, revoked_by from ops.intake_key
    order by revoked_at is not null, id desc`);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    regionCode: row.region_code,
    createdAt: toInstant(row.created_at),
    createdBy: row.created_by,
    lastUsedAt: row.last_used_at && toInstant(row.last_used_at),
    revokedAt: row.revoked_at && toInstant(row.revoked_at),
    revokedBy: row.revoked_by,
  }));
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
