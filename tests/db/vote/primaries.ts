import type { Database } from '#db/client.ts';
import { sql } from '#db/client.ts';
import type { AuthorizationRequest } from '#db/vote/authorize.ts';

/** Members 0 … 199 are on the roll of Kokshetau, 200 … 249 on that of Stepnogorsk. */
export const kokshetau = 'KZ-AKM-KOKSHETAU';
export const stepnogorsk = 'KZ-AKM-STEPNOGORSK';

export function iinOf(member: number): string {
  return `9001013${String(member).padStart(5, '0')}`;
}

/** A request of a member that no other member's resembles. */
export function requestOf(member: number, changes: Partial<AuthorizationRequest> = {}): AuthorizationRequest {
  return {
    iin: iinOf(member),
    phone: `+7701${String(1_000_000 + member)}`,
    ip: `10.0.${Math.floor(member / 250)}.${(member % 250) + 1}`,
    districtCode: member < 200 ? kokshetau : stepnogorsk,
    ...changes,
  };
}

/** Two districts of one region, a roll, contests of a district (2 marks), its region (3) and the country (1), windows open now. */
export async function seedPrimaries(db: Database): Promise<void> {
  await db.execute(sql`
    insert into vote.district values
      (${kokshetau}, 'KZ-AKM', 'KZ'), (${stepnogorsk}, 'KZ-AKM', 'KZ'), ('KZ-ALA-AUEZOV', 'KZ-ALA', 'KZ')
  `);
  await db.execute(sql`
    insert into vote.member
    select vote.digest('iin', '9001013' || lpad(n::text, 5, '0')),
      case when n < 200 then ${kokshetau} else ${stepnogorsk} end
    from generate_series(0, 249) n
  `);
  await db.execute(sql`
    insert into vote.contest values
      ('kokshetau', ${kokshetau}, 2), ('stepnogorsk', ${stepnogorsk}, 2), ('akm', 'KZ-AKM', 3), ('ala', 'KZ-ALA', 3), ('kz', 'KZ', 1)
  `);
  await db.execute(sql`
    insert into vote.candidacy (id, contest_id)
    select c.id || '-' || n, c.id from vote.contest c, generate_series(1, 5) n
  `);
  await db.execute(sql`update vote.candidacy set status = 'removed' where id in ('kokshetau-5', 'akm-5')`);
  await db.execute(sql`
    insert into vote.voting_window
    select channel, now() - interval '1 hour', now() + interval '1 hour' from unnest(array['online', 'station', 'paper']) channel
  `);
}

/** Moves the close of every channel to a minute ago, or back to an hour from now. */
export async function setVoting(db: Database, state: 'open' | 'closed'): Promise<void> {
  const closesIn = state === 'open' ? '1 hour' : '-1 minute';
  await db.execute(sql`update vote.voting_window set closes_at = now() + ${closesIn}::interval`);
}

/** How many rows each table of a vote holds. */
export async function countRows(db: Database) {
  const [row] = await db.execute<Record<string, number>>(sql`
    select (select count(*)::int from vote.authorization) as authorizations,
      (select count(*)::int from vote.admission) as admissions,
      (select count(*)::int from vote.refusal) as refusals,
      (select count(*)::int from vote.voted) as voted,
      (select count(*)::int from vote.ballot) as ballots,
      (select count(*)::int from vote.ballot_choice) as choices
  `);
  return row;
}
