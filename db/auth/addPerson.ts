import { randomUUID } from 'node:crypto';
import { Conflict, InvalidInput } from '#domain/errors.ts';
import type { NewPerson, Placement } from '#domain/staff/newPerson.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { makePasswordLink } from './passwords.ts';

export interface AddedPerson {
  id: string;
  /** The secret of the link with which the person sets a password; it is nowhere else. */
  secret: string;
}

/** Adds somebody without a password. Throws Conflict where the e-mail is taken, InvalidInput where the region is not known. */
export async function addPerson(db: DatabaseClient['db'], actor: AuditActor, person: NewPerson): Promise<AddedPerson> {
  return db.transaction(async (tx) => {
    const id = await insertPerson(tx, person);
    const secret = await makePasswordLink(tx, id);
    await recordAudit(tx, actor, { action: 'people.create', object: `person/${id}`, after: person });
    return { id, secret };
  });
}

/** Throws Conflict, InvalidInput. */
export async function insertPerson(tx: Transaction, person: NewPerson): Promise<string> {
  const { name, email, role, commissionLevel, regionCode, districtCode } = person;
  await requireUnits(tx, person);
  const id = randomUUID();
  const made = await tx.execute(sql`
    insert into auth.person (id, name, email, role, commission_level, region_code, district_code)
    values (${id}, ${name}, ${email}, ${role}, ${commissionLevel}, ${regionCode}, ${districtCode})
    on conflict (email) do nothing returning id`);
  if (made.length === 0) throw new Conflict(`somebody has the e-mail ${email} already`);
  return id;
}

/** Throws InvalidInput where the region or the district of it is not of this election. */
export async function requireUnits(tx: Transaction, { regionCode, districtCode }: Placement): Promise<void> {
  const known = await tx.execute<{ code: string }>(sql`
    select code from board.unit
    where (code = ${regionCode} and level = 'region')
      or (code = ${districtCode} and level = 'district' and parent_code = ${regionCode})`);
  const codes = known.map(({ code }) => code);
  if (regionCode !== null && !codes.includes(regionCode)) throw new InvalidInput(`regionCode: no region ${regionCode}`);
  if (districtCode !== null && !codes.includes(districtCode))
    throw new InvalidInput(`districtCode: no district ${districtCode} in ${regionCode}`);
}
