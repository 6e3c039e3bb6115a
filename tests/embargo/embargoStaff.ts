import type { DatabaseClient } from '#db/client.ts';
import type { NewPerson } from '#domain/staff/newPerson.ts';
import { openAuthSecret } from '#server/demo/demoStaff.ts';
import { bringDemoStaff, type SignIn } from '#server/staff/demoStaff.ts';
import { codeOf } from '../support/staff.ts';

/** Somebody who is signed in to the console of the house. */
export interface EmbargoPerson extends NewPerson {
  cookie: string;
}

/** What a browser of this person sends; the answer, whatever it is. */
export type Send = (person: EmbargoPerson, method: string, path: string, body?: object | string) => Promise<Response>;

export function createSend(origin: string): Send {
  return ({ cookie }, method, path, body) =>
    fetch(origin + path, {
      method,
      headers: { cookie, origin, 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
}

/** These see what others of their role do. */
const mailboxesLeftOut = /^(leadership|commission|district)2@/;

/** One person of every role and reach, signed in as people are. */
export async function signInEverybody(
  db: DatabaseClient['db'],
  origin: string,
  dataDir: string,
): Promise<EmbargoPerson[]> {
  const signIns = (await bringDemoStaff(db, openAuthSecret(dataDir))).filter(
    ({ person }) => !mailboxesLeftOut.test(person.email),
  );
  const people: EmbargoPerson[] = [];
  for (const [index, signIn] of signIns.entries())
    people.push({ ...signIn.person, cookie: await enter(origin, signIn, `10.9.0.${index + 1}`) });
  return people;
}

async function enter(origin: string, { person, password, totpKey }: SignIn, address: string): Promise<string> {
  const post = async (path: string, cookie: string, body: object) => {
    const answer = await fetch(`${origin}/api/auth/${path}`, {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${person.email} cannot sign in: ${await answer.text()}`);
    return answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  };
  const cookie = await post('sign-in', '', { email: person.email, password });
  if (totpKey === null) return cookie;
  return post('sign-in/code', cookie, { code: codeOf(`otpauth://totp/x?secret=${totpKey}`) });
}

export function personOf(people: readonly EmbargoPerson[], mailbox: string): EmbargoPerson {
  const person = people.find(({ email }) => email === `${mailbox}@demo.example`);
  if (!person) throw new Error(`there is no ${mailbox}`);
  return person;
}
