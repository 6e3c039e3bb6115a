import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { InvalidInput, NotFound } from '#domain/errors.ts';
import { passwordFault } from '#domain/staff/password.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type Database, type DatabaseClient, sql, type Transaction } from '../client.ts';
import { passwordLinkHours } from './sessionLimits.ts';
import { endSessionsOf } from './sessions.ts';

/** A secret with which this person sets a password once; earlier ones are void. */
export async function makePasswordLink(tx: Transaction, personId: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await tx.execute(sql`delete from auth.password_link where user_id = ${personId} and used_at is null`);
  await tx.execute(sql`
    insert into auth.password_link (token_hash, user_id, expires_at)
    values (${hashOf(secret)}, ${personId}, clock_timestamp() + make_interval(hours => ${passwordLinkHours}))`);
  return secret;
}

interface LinkOwner extends Record<string, unknown> {
  id: string;
  name: string;
  email: string;
  role: string;
}

/** Whose link this is; null where it was used, replaced, or is too old. */
export async function findLinkOwner(db: Database, secret: string): Promise<LinkOwner | null> {
  const [owner] = await db.execute<LinkOwner>(sql`
    select p.id, p.name, p.email, p.role from auth.password_link l join auth.person p on p.id = l.user_id
    where l.token_hash = ${hashOf(secret)} and l.used_at is null and l.expires_at > clock_timestamp() and p.disabled_at is null`);
  return owner ?? null;
}

/** Sets the password by a link, once. Throws NotFound where the link is no good, InvalidInput where the password is. */
export async function setPasswordByLink(
  db: DatabaseClient['db'],
  { secret, password, address }: { secret: string; password: string; address: string | null },
): Promise<void> {
  const owner = await findLinkOwner(db, secret);
  if (!owner) throw new NotFound('this link was used or is too old');
  refuseWeak(password, owner);
  const hash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const used = await tx.execute(sql`
      update auth.password_link set used_at = clock_timestamp()
      where token_hash = ${hashOf(secret)} and used_at is null and expires_at > clock_timestamp() returning user_id`);
    if (used.length === 0) throw new NotFound('this link was used or is too old');
    await writePassword(tx, owner.id, hash);
    await endSessionsOf(tx, owner.id);
    const actor = { id: owner.id, name: owner.name, role: owner.role, address };
    await recordAudit(tx, actor, { action: 'account.setPassword', object: `person/${owner.id}` });
  });
}

/** Replaces one's own password and ends one's other sessions. Throws InvalidInput. */
export async function changePassword(
  db: DatabaseClient['db'],
  actor: AuditActor & { id: string; email: string },
  { password, sessionId }: { password: string; sessionId: string },
): Promise<void> {
  refuseWeak(password, actor);
  const hash = await hashPassword(password);
  await db.transaction(async (tx) => {
    await writePassword(tx, actor.id, hash);
    const endedSessions = await endSessionsOf(tx, actor.id, sessionId);
    await recordAudit(tx, actor, {
      action: 'account.changePassword',
      object: `person/${actor.id}`,
      after: { endedSessions },
    });
  });
}

/** The hash of a person's password; null where none is set. */
export async function findPasswordHash(db: Database, personId: string): Promise<string | null> {
  const [row] = await db.execute<{ password: string | null }>(sql`
    select password from auth.account where user_id = ${personId} and provider_id = 'credential'`);
  return row?.password ?? null;
}

export async function writePassword(tx: Transaction, personId: string, hash: string): Promise<void> {
  await tx.execute(sql`
    insert into auth.account (id, account_id, provider_id, user_id, password)
    values (${randomUUID()}, ${personId}, 'credential', ${personId}, ${hash})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = clock_timestamp()`);
  await tx.execute(sql`
    update auth.person set failures = 0, failures_since = null, locked_until = null where id = ${personId}`);
  await tx.execute(sql`delete from auth.password_link where user_id = ${personId} and used_at is null`);
}

function refuseWeak(password: string, person: { name: string; email: string }): void {
  const fault = passwordFault(password, person);
  if (fault) throw new InvalidInput(`password: ${fault}`);
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
