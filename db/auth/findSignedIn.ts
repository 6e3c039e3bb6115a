import { Person } from '#domain/staff/person.ts';
import { type Database, sql } from '../client.ts';
import { idleMinutes, sessionHours, touchSeconds } from './sessionLimits.ts';

export interface SignedIn {
  person: Person;
  sessionId: string;
  /** Whether this session was begun with a code. */
  withSecondFactor: boolean;
  /** Whether the person has a second factor. */
  hasSecondFactor: boolean;
}

type Row = {
  id: string;
  name: string;
  email: string;
  role: string;
  commissionLevel: string | null;
  regionCode: string | null;
  districtCode: string | null;
  sessionId: string;
  withSecondFactor: boolean;
  hasSecondFactor: boolean;
  isOld: boolean;
};

/** Whose session this is, as that person is now; null where it ended, lay idle or its person was disabled. */
export async function findSignedIn(db: Database, token: string): Promise<SignedIn | null> {
  const [row] = await db.execute<Row>(sql`
    select p.id, p.name, p.email, p.role, p.commission_level as "commissionLevel", p.region_code as "regionCode",
      p.district_code as "districtCode", s.id as "sessionId", s.second_factor as "withSecondFactor",
      p.two_factor_enabled as "hasSecondFactor",
      s.last_seen_at < clock_timestamp() - make_interval(secs => ${touchSeconds}) as "isOld"
    from auth.session s join auth.person p on p.id = s.user_id
    where s.token = ${token} and s.expires_at > clock_timestamp() and p.disabled_at is null`);
  if (!row) return null;
  const { sessionId, withSecondFactor, hasSecondFactor, isOld, ...person } = row;
  if (isOld) await touch(db, sessionId);
  return { person: Person.parse(person), sessionId, withSecondFactor, hasSecondFactor };
}

async function touch(db: Database, sessionId: string): Promise<void> {
  await db.execute(sql`
    with used as (
      update auth.session set last_seen_at = clock_timestamp(),
        expires_at = least(clock_timestamp() + make_interval(mins => ${idleMinutes}),
          created_at + make_interval(hours => ${sessionHours}))
      where id = ${sessionId} and expires_at > clock_timestamp() returning user_id
    )
    update auth.person set last_seen_at = clock_timestamp() from used where id = used.user_id`);
}
