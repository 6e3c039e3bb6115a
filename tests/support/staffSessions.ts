import { randomUUID } from 'node:crypto';
import { type DatabaseClient, sql } from '#db/client.ts';
import type { StaffRole } from '#domain/staff/person.ts';
import { addStaff } from './staff.ts';

export interface SignedInPerson {
  id: string;
  name: string;
  sessionToken: string;
}

interface Options {
  name?: string;
  hasSecondFactor?: boolean;
  /** Whether the session was begun with a code. */
  withCode?: boolean;
}

/** Somebody of this role with a living session, begun with a code where not said otherwise; as the owner. */
export async function addSignedIn(
  db: DatabaseClient['db'],
  role: StaffRole,
  { name, hasSecondFactor = true, withCode = hasSecondFactor }: Options = {},
): Promise<SignedInPerson> {
  const commissionLevel = role === 'commission' ? 'central' : null;
  const person = await addStaff(db, { role, commissionLevel, ...(name !== undefined && { name }) });
  await db.execute(sql`update auth.person set two_factor_enabled = ${hasSecondFactor} where id = ${person.id}`);
  return { id: person.id, name: person.name, sessionToken: await addSession(db, person.id, withCode) };
}

export async function addSession(db: DatabaseClient['db'], personId: string, withCode = true): Promise<string> {
  const token = randomUUID();
  await db.execute(sql`
    insert into auth.session (id, token, user_id, expires_at, second_factor)
    values (${randomUUID()}, ${token}, ${personId}, clock_timestamp() + interval '1 hour', ${withCode})`);
  return token;
}
