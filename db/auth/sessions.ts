import { NotFound } from '#domain/errors.ts';
import { browserName } from '#domain/staff/browserName.ts';
import type { StaffSession } from '#domain/staff/staffPerson.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type Database, type DatabaseClient, sql, type Transaction, toInstant } from '../client.ts';

/** The open sessions of a person, the last used first. */
export async function listSessions(db: Database, personId: string): Promise<StaffSession[]> {
  const rows = await db.execute<StaffSession & Record<string, unknown>>(sql`
    select id, created_at as "startedAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt",
      ip_address as address, user_agent as browser
    from auth.session where user_id = ${personId} and expires_at > clock_timestamp() order by last_seen_at desc, id`);
  return rows.map((row) => ({
    ...row,
    browser: row.browser && browserName(row.browser),
    startedAt: toInstant(row.startedAt),
    lastSeenAt: toInstant(row.lastSeenAt),
    expiresAt: toInstant(row.expiresAt),
  }));
}

/** Notes that a session was begun, from where, and whether with a code. */
export async function recordSignIn(
  db: DatabaseClient['db'],
  actor: AuditActor,
  { sessionId, withCode }: { sessionId: string; withCode: boolean },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      update auth.session set second_factor = ${withCode}, ip_address = ${actor.address} where id = ${sessionId}`);
    await tx.execute(sql`update auth.person set last_seen_at = clock_timestamp() where id = ${actor.id}`);
    await tx.execute(sql`delete from auth.session where user_id = ${actor.id} and expires_at <= clock_timestamp()`);
    await tx.execute(sql`delete from auth.verification where expires_at <= clock_timestamp()`);
    await recordAudit(tx, actor, { action: 'session.signIn', object: `person/${actor.id}`, after: { withCode } });
  });
}

/** Ends one session of one's own, the present one by signing out. Throws NotFound. */
export async function endOwnSession(db: DatabaseClient['db'], actor: AuditActor, sessionId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx.execute(sql`
      delete from auth.session where id = ${sessionId} and user_id = ${actor.id} returning id`);
    if (ended.length === 0) throw new NotFound('this session has ended already');
    await recordAudit(tx, actor, { action: 'session.end', object: `person/${actor.id}`, before: { sessionId } });
  });
}

/** Ends the sessions of a person and the sign-ins half done, but for `exceptId`; returns how many sessions. */
export async function endSessionsOf(tx: Transaction, personId: string, exceptId = ''): Promise<number> {
  const ended = await tx.execute(sql`
    delete from auth.session where user_id = ${personId} and id <> ${exceptId} returning id`);
  await tx.execute(sql`delete from auth.verification where value = ${personId}`);
  return ended.length;
}

/** Takes back a session that was just begun and must not be. */
export async function dropSession(db: Database, token: string): Promise<void> {
  await db.execute(sql`delete from auth.session where token = ${token}`);
}
