import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createDatabase, type DatabaseClient, sql } from '#db/client.ts';
import { type AuthorizationRequest, authorize } from '#db/vote/authorize.ts';
import { cast } from '#db/vote/cast.ts';
import { Conflict } from '#domain/errors.ts';
import { openTestDatabase } from '#tests/support/database.ts';
import { countRows, requestOf, seedPrimaries } from './primaries.ts';

const database = openTestDatabase();
const attempts = 50;
let db: DatabaseClient['db'];

beforeAll(async () => {
  db = database.client.db;
  await seedPrimaries(db);
});
beforeEach(async () => {
  await db.execute(sql`truncate vote.voted, vote.admission, vote.authorization, vote.refusal, vote.ballot cascade`);
});

/** Runs `attempt` 50 times, each in a connection and a transaction of its own, all begun before the first may go on. */
async function atOnce<T>(
  attempt: (db: DatabaseClient['db'], index: number) => Promise<T>,
): Promise<PromiseSettledResult<T>[]> {
  const crowd = createDatabase(database.url, { applicationName: 'saylau-crowd', maxConnections: attempts });
  try {
    await Promise.all(Array.from({ length: attempts }, () => crowd.db.execute(sql`select pg_sleep(0.02)`)));
    return await Promise.allSettled(Array.from({ length: attempts }, (_, index) => attempt(crowd.db, index)));
  } finally {
    await crowd.close();
  }
}

describe('50 attempts at once', () => {
  test.each<[string, string, (index: number) => AuthorizationRequest]>([
    ['with one IIN', 'iin_used', (index) => requestOf(index, { iin: requestOf(1).iin })],
    ['with one mobile number', 'phone_used', (index) => requestOf(index, { phone: requestOf(1).phone })],
    ['from one IP address', 'ip_used', (index) => requestOf(index, { ip: requestOf(1).ip })],
    ['that are all the same', 'iin_used', () => requestOf(1)],
  ])('%s give one authorization and 49 refusals, all %s', async (_, reason, request) => {
    const settled = await atOnce((crowd, index) => authorize(crowd, request(index)));
    const answers = settled.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason)));
    expect(answers.filter((answer) => typeof answer === 'object' && answer.outcome === 'authorized')).toHaveLength(1);
    expect(
      answers.filter(
        (answer) => typeof answer === 'object' && answer.outcome === 'refused' && answer.reason === reason,
      ),
    ).toHaveLength(49);
    expect(await countRows(db)).toMatchObject({ authorizations: 1, admissions: 1, refusals: 49 });
    expect([...(await db.execute(sql`select reason, count(*)::int from vote.refusal group by reason`))]).toEqual([
      { reason, count: 49 },
    ]);
  });

  test('of members whose numbers and addresses cross each other all end in an answer, without a deadlock', async () => {
    const settled = await atOnce((crowd, index) =>
      authorize(
        crowd,
        requestOf(index, { phone: requestOf(Math.floor(index / 2)).phone, ip: requestOf(Math.ceil(index / 2)).ip }),
      ),
    );
    expect(settled.filter(({ status }) => status === 'rejected')).toEqual([]);
    const counts = await countRows(db);
    expect((counts?.authorizations ?? 0) + (counts?.refusals ?? 0)).toBe(attempts);
    expect(counts?.admissions).toBe(counts?.authorizations);
  });

  test('by one number go on when the first transaction is rolled back', async () => {
    const rolledBack = db.transaction(async (tx) => {
      await authorize(tx, requestOf(1));
      const others = atOnce((crowd, index) => authorize(crowd, requestOf(index, { phone: requestOf(1).phone })));
      await waitForWaiters(attempts);
      return Promise.reject(Object.assign(new Error('rolled back'), { others }));
    });
    const { others } = await rolledBack.catch((error) => error);
    await others;
    expect(await countRows(db)).toMatchObject({ authorizations: 1, admissions: 1, refusals: 49 });
  });

  test('to cast with one credential leave one ballot', async () => {
    const answer = await authorize(db, requestOf(1));
    const credential = answer.outcome === 'authorized' ? answer.credential : '';
    const settled = await atOnce((crowd, index) =>
      cast(crowd, { credential, marks: [{ contest: 'kz', candidacies: [`kz-${(index % 5) + 1}`] }] }),
    );
    const refusals = settled.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(refusals).toHaveLength(49);
    expect(refusals.every((reason) => reason instanceof Conflict)).toBe(true);
    expect(await countRows(db)).toMatchObject({ voted: 1, ballots: 1, choices: 1 });
  });
});

async function waitForWaiters(count: number): Promise<void> {
  for (;;) {
    const [row] = await database.client.db.execute<{ waiting: number }>(sql`
      select count(*)::int as waiting from pg_stat_activity
      where application_name = 'saylau-crowd' and wait_event_type = 'Lock' and datname = current_database()
    `);
    if (row && row.waiting >= count) return;
  }
}
