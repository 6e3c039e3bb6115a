import { type Database, type DatabaseClient, sql } from '#db/client.ts';
import { authorize } from '#db/vote/authorize.ts';
import { cast } from '#db/vote/cast.ts';
import { kokshetau, requestOf } from './primaries.ts';

type Plain = DatabaseClient['db'];
export const writers = 8;

/** Members come, are authorized, and every other one votes. */
export async function takePart(db: Plain, from: number, to: number): Promise<void> {
  for (let member = from; member < to; member += 1) {
    const answer = await authorize(db, requestOf(member));
    if (answer.outcome === 'refused' || member % 2 === 1) continue;
    await cast(db, { credential: answer.credential, marks: [{ contest: 'kz', candidacies: ['kz-1'] }] });
  }
  await authorize(db, requestOf(from));
}

/** Eight writers: of each ten transactions one is rolled back, one undoes a savepoint, one is large, one stays open over others. */
export async function writeFor(db: Plain, ms: number): Promise<void> {
  const endsAt = Date.now() + ms;
  const write = async (writer: number) => {
    for (let round = 0; Date.now() < endsAt; round += 1) {
      await db
        .transaction(async (tx) => {
          await insertEvents(tx, writer, round % 10 === 9 ? 800 : 2);
          if (round % 10 === 3)
            await tx
              .transaction((inner) => insertEvents(inner, writer, 800).then(() => inner.rollback()))
              .catch(() => {});
          if (round % 10 === 5) await tx.execute(sql`select pg_sleep(0.05)`);
          if (round % 10 === 7) tx.rollback();
        })
        .catch((error) => {
          if (round % 10 !== 7) throw error;
        });
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
}

async function insertEvents(tx: Database, writer: number, authorizations: number): Promise<void> {
  const event = sql`${kokshetau}, ${writer % 2 === 0 ? 'online' : 'paper'}`;
  await tx.execute(
    sql`insert into vote.authorization (district_code, channel, occurred_at) select ${event}, now() from generate_series(1, ${authorizations}::int)`,
  );
  await tx.execute(sql`insert into vote.ballot (district_code, channel, occurred_at) values (${event}, now())`);
  await tx.execute(
    sql`insert into vote.refusal (district_code, channel, reason, occurred_at) values (${event}, 'ip_used', now())`,
  );
  await tx.execute(sql`
    insert into vote.turnout_correction (district_code, channel, delta_voted, reason, decided_by, occurred_at)
    select ${event}, 1, 'recount', 'commission', now() where ${writer} = 0
  `);
}

/** Events by district and channel, as the board's counters name them. */
export async function countEvents(db: Database) {
  const rows = await db.execute(sql`
    select district_code, channel, sum(authorized)::int as authorized, sum(refused)::int as refused, sum(voted)::int as voted
    from (
      select district_code, channel, 1 as authorized, 0 as refused, 0 as voted from vote.authorization
      union all select district_code, channel, 0, 1, 0 from vote.refusal
      union all select district_code, channel, 0, 0, 1 from vote.ballot
      union all select district_code, channel, delta_authorized, 0, delta_voted from vote.turnout_correction
    ) e group by 1, 2 order by 1, 2
  `);
  return [...rows];
}
