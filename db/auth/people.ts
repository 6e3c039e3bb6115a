import { NotFound } from '#domain/errors.ts';
import type { Placement } from '#domain/staff/newPerson.ts';
import { personConflict } from '#domain/staff/personRefusals.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { requireUnits } from './addPerson.ts';
import { makePasswordLink } from './passwords.ts';
import { endSessionsOf } from './sessions.ts';

type Db = DatabaseClient['db'];

/** Shuts a person out at once: sessions end with it. Throws NotFound, Conflict where it is so already or no admin would be left. */
export async function disablePerson(db: Db, actor: AuditActor, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { disabled } = await lockPerson(tx, id);
    if (disabled) throw personConflict('is_disabled', 'this person is disabled already');
    await tx.execute(sql`update auth.person set disabled_at = clock_timestamp() where id = ${id}`);
    await requireAdmin(tx);
    const endedSessions = await endSessionsOf(tx, id);
    await tx.execute(sql`delete from auth.password_link where user_id = ${id} and used_at is null`);
    const after = { disabled: true, endedSessions };
    await recordAudit(tx, actor, { action: 'people.disable', object: `person/${id}`, before: { disabled }, after });
  });
}

/** Throws NotFound, Conflict. */
export async function enablePerson(db: Db, actor: AuditActor, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { disabled } = await lockPerson(tx, id);
    if (!disabled) throw personConflict('is_enabled', 'this person is not disabled');
    await tx.execute(sql`
      update auth.person set disabled_at = null, failures = 0, failures_since = null, locked_until = null where id = ${id}`);
    const [before, after] = [{ disabled }, { disabled: false }];
    await recordAudit(tx, actor, { action: 'people.enable', object: `person/${id}`, before, after });
  });
}

/** Another role or region, from this moment: a session holds no rights of its own. Throws NotFound, Conflict, InvalidInput. */
export async function placePerson(db: Db, actor: AuditActor, id: string, placement: Placement): Promise<void> {
  await db.transaction(async (tx) => {
    const { role, commissionLevel, regionCode, districtCode } = await lockPerson(tx, id);
    await requireUnits(tx, placement);
    await tx.execute(sql`
      update auth.person set role = ${placement.role}, commission_level = ${placement.commissionLevel},
        region_code = ${placement.regionCode}, district_code = ${placement.districtCode}
      where id = ${id}`);
    await requireAdmin(tx);
    const before = { role, commissionLevel, regionCode, districtCode };
    await recordAudit(tx, actor, { action: 'people.update', object: `person/${id}`, before, after: placement });
  });
}

/** Ends all sessions of a person; returns how many. Throws NotFound. */
export async function endPersonSessions(db: Db, actor: AuditActor, id: string): Promise<number> {
  return db.transaction(async (tx) => {
    await lockPerson(tx, id);
    const endedSessions = await endSessionsOf(tx, id);
    await recordAudit(tx, actor, { action: 'people.endSessions', object: `person/${id}`, after: { endedSessions } });
    return endedSessions;
  });
}

/** For who lost the telephone: the next sign-in is with the password alone. Throws NotFound, Conflict. */
export async function resetSecondFactor(db: Db, actor: AuditActor, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { secondFactor } = await lockPerson(tx, id);
    if (!secondFactor) throw personConflict('no_factor', 'this person has no second factor');
    await removeSecondFactor(tx, id);
    await endSessionsOf(tx, id);
    const [before, after] = [{ secondFactor }, { secondFactor: false }];
    await recordAudit(tx, actor, { action: 'people.resetSecondFactor', object: `person/${id}`, before, after });
  });
}

/** A new link to set the password with; returns its secret. Throws NotFound, Conflict. */
export async function renewPasswordLink(db: Db, actor: AuditActor, id: string): Promise<string> {
  return db.transaction(async (tx) => {
    const { disabled } = await lockPerson(tx, id);
    if (disabled) throw personConflict('is_disabled', 'this person is disabled');
    const secret = await makePasswordLink(tx, id);
    await recordAudit(tx, actor, { action: 'people.link', object: `person/${id}` });
    return secret;
  });
}

export async function removeSecondFactor(tx: Transaction, id: string): Promise<void> {
  await tx.execute(sql`delete from auth.second_factor where user_id = ${id}`);
  await tx.execute(sql`update auth.person set two_factor_enabled = false where id = ${id}`);
}

type Locked = Placement & Record<'disabled' | 'secondFactor', boolean>;

async function lockPerson(tx: Transaction, id: string): Promise<Locked> {
  const [row] = await tx.execute<Locked & Record<string, unknown>>(sql`
    select role, commission_level as "commissionLevel", region_code as "regionCode", district_code as "districtCode",
      disabled_at is not null as disabled, two_factor_enabled as "secondFactor"
    from auth.person where id = ${id} for update`);
  if (!row) throw new NotFound(`there is no person ${id}`);
  return row;
}

/** Throws Conflict where this change leaves nobody who could add people; two at once wait for one another. */
async function requireAdmin(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('saylau.admins'))`);
  const left = await tx.execute(sql`select from auth.person where role = 'admin' and disabled_at is null limit 1`);
  if (left.length === 0) throw personConflict('last_admin', 'somebody has to stay an administrator');
}
