import { createHmac } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import { insertPerson } from '#db/auth/addPerson.ts';
import { writePassword } from '#db/auth/passwords.ts';
import type { DatabaseClient } from '#db/client.ts';
import type { NewPerson } from '#domain/staff/newPerson.ts';

export const staffPassword = 'quiet lantern over water';
let hash: Promise<string> | undefined;

type Some = Partial<NewPerson> & Pick<NewPerson, 'role'>;
let made = 0;

/** Somebody with `staffPassword`; what is not said is invented. */
export async function addStaff(db: DatabaseClient['db'], some: Some): Promise<NewPerson & { id: string }> {
  made += 1;
  const person = {
    name: `Person ${made}`,
    email: `person${made}@board.example`,
    commissionLevel: null,
    regionCode: null,
    districtCode: null,
    ...some,
  };
  hash ??= hashPassword(staffPassword);
  const passwordHash = await hash;
  const id = await db.transaction(async (tx) => {
    const personId = await insertPerson(tx, person);
    await writePassword(tx, personId, passwordHash);
    return personId;
  });
  return { ...person, id };
}

/** The code that an authenticator shows for this `otpauth:` address (RFC 6238), `steps` of 30 seconds from now. */
export function codeOf(uri: string, steps = 0): string {
  const secret = decodeBase32(new URL(uri).searchParams.get('secret') ?? '');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function decodeBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
