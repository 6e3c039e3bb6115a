import { createHmac, randomUUID } from 'node:crypto';
import { hashPassword, symmetricEncrypt } from 'better-auth/crypto';
import { recordAudit } from '#db/audit/recordAudit.ts';
import { insertPerson } from '#db/auth/addPerson.ts';
import { writePassword } from '#db/auth/passwords.ts';
import { removeSecondFactor } from '#db/auth/people.ts';
import { type DatabaseClient, sql, type Transaction } from '#db/client.ts';
import { Conflict } from '#domain/errors.ts';
import type { NewPerson } from '#domain/staff/newPerson.ts';
import { needsSecondFactor } from '#domain/staff/secondFactor.ts';
import { type DemoPerson, listDemoPeople } from './demoPeople.ts';

export interface SignIn {
  person: NewPerson;
  password: string;
  /** The key of the authenticator, in base 32; null where none is asked. */
  totpKey: string | null;
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Invented people of every role with the passwords that this demo prints, at each start the same. Throws Conflict where the election is
 * a real one.
 */
export async function bringDemoStaff(db: DatabaseClient['db'], secret: string): Promise<SignIn[]> {
  const [election] = await db.execute<{ isRehearsal: boolean }>(sql`
    select e.is_test and c.mode = 'rehearsal' as "isRehearsal" from board.election e, board.clock c`);
  if (!election?.isRehearsal) throw new Conflict('invented people are for a rehearsal only');
  const signIns = (await listDemoPeople(db)).map((person) => signInOf(person, secret));
  const hashes = await Promise.all(signIns.map(({ password }) => hashPassword(password)));
  const keys = await Promise.all(signIns.map(({ totpKey }) => totpKey && encryptKey(totpKey, secret)));
  await db.transaction(async (tx) => {
    for (const [index, { person }] of signIns.entries()) {
      const id = await findOrAdd(tx, person);
      await writePassword(tx, id, hashes[index] ?? '');
      await removeSecondFactor(tx, id);
      const key = keys[index];
      if (key)
        await writeSecondFactor(tx, id, { key, recoveryCodes: await symmetricEncrypt({ key: secret, data: '[]' }) });
    }
    const actor = { id: null, name: 'demo', role: 'program', address: null };
    await recordAudit(tx, actor, { action: 'people.rehearse', object: 'person/', after: { people: signIns.length } });
  });
  return signIns;
}

function signInOf(person: DemoPerson, secret: string): SignIn {
  const letters = (purpose: string, count: number) =>
    [...createHmac('sha256', secret).update(`${purpose} ${person.email}`).digest().subarray(0, count)]
      .map((byte) => base32[byte % 32])
      .join('');
  const password = letters('password', 16)
    .toLowerCase()
    .replace(/(.{4})(?=.)/g, '$1-');
  return { person, password, totpKey: needsSecondFactor(person.role) ? letters('totp', 32) : null };
}

async function findOrAdd(tx: Transaction, person: DemoPerson): Promise<string> {
  const { name, email, role, commissionLevel, regionCode, districtCode } = person;
  const [known] = await tx.execute<{ id: string }>(sql`
    update auth.person set name = ${name}, role = ${role}, commission_level = ${commissionLevel}, region_code = ${regionCode},
      district_code = ${districtCode}, disabled_at = null
    where email = ${email} returning id`);
  return known?.id ?? insertPerson(tx, person);
}

async function writeSecondFactor(
  tx: Transaction,
  id: string,
  made: { key: string; recoveryCodes: string },
): Promise<void> {
  await tx.execute(sql`
    insert into auth.second_factor (id, user_id, secret, backup_codes, verified)
    values (${randomUUID()}, ${id}, ${made.key}, ${made.recoveryCodes}, true)`);
  await tx.execute(sql`update auth.person set two_factor_enabled = true where id = ${id}`);
}

/** In the form that better-auth keeps a key that it did not make itself. */
function encryptKey(totpKey: string, secret: string): Promise<string> {
  return symmetricEncrypt({ key: secret, data: `base32:${totpKey}` });
}
