import { type Database, type DatabaseClient, sql } from '../client.ts';

/** A code of an authenticator is valid for about this long. */
const validSeconds = 120;

/** Takes a right code for this sign-in; false where another one had it. */
export async function takeCode(db: DatabaseClient['db'], personId: string, code: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`
      delete from auth.used_code
      where user_id = ${personId} and used_at < clock_timestamp() - make_interval(secs => ${validSeconds})`);
    const taken = await tx.execute(sql`
      insert into auth.used_code (user_id, code) values (${personId}, ${code}) on conflict do nothing returning code`);
    return taken.length > 0;
  });
}

/** Whether the person who answers this challenge used the code already: to be told before the challenge is spent on it. */
export async function isCodeTaken(db: Database, challenge: string, code: string): Promise<boolean> {
  const taken = await db.execute(sql`
    select from auth.verification v join auth.used_code u on u.user_id = v.value
    where v.identifier = ${challenge} and u.code = ${code}`);
  return taken.length > 0;
}
