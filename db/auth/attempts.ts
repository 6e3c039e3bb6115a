import { type Database, sql } from '../client.ts';
import { allowedFailures, lockMinutes } from './sessionLimits.ts';

export interface Attempt {
  personId: string;
  /** Whether the account is locked if this one fails. */
  isLast: boolean;
}

/**
 * Counts a password as wrong before it is looked at, so that a hundred sent at once are five as well. Null where there is no such
 * account, or it is locked or disabled.
 */
export async function beginAttempt(db: Database, email: string): Promise<Attempt | null> {
  const inWindow = sql`coalesce(failures_since > clock_timestamp() - make_interval(mins => ${lockMinutes}), false)`;
  const [row] = await db.execute<{ personId: string; isLast: boolean }>(sql`
    update auth.person set
      failures = case when ${inWindow} then failures + 1 else 1 end,
      failures_since = case when ${inWindow} then failures_since else clock_timestamp() end,
      locked_until = case when ${inWindow} and failures + 1 >= ${allowedFailures}
        then clock_timestamp() + make_interval(mins => ${lockMinutes}) end
    where email = ${email} and disabled_at is null and (locked_until is null or locked_until <= clock_timestamp())
    returning id as "personId", locked_until is not null as "isLast"`);
  return row ?? null;
}

/** The password was right. */
export async function forgetFailures(db: Database, personId: string): Promise<void> {
  await db.execute(sql`
    update auth.person set failures = 0, failures_since = null, locked_until = null where id = ${personId}`);
}
