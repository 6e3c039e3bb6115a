import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { openTestDatabase } from '../../support/database.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { putCase } from '../../support/violations.ts';

const database = openTestDatabase();
let db: DatabaseClient['db'];
beforeAll(async () => {
  await loadSmallElection(database.client.db);
  db = database.connectAs('saylau_web').db;
});

async function numbers(): Promise<number[]> {
  const rows = await db.execute<{ number: number }>(sql`select number from ops.violation order by number`);
  return rows.map(({ number }) => number);
}

describe('numbers of cases', () => {
  it('go on without a gap when filings are refused, come twice and come at once', async () => {
    const first = await putCase(db);
    const twice = { requestId: randomUUID() };
    const attempts = Array.from({ length: 30 }, (_, index) => {
      if (index % 3 === 0) return putCase(db, twice);
      if (index % 3 === 1) return putCase(db, { receivedAt: '2030-01-01T00:00:00Z' });
      return putCase(db);
    });
    const ended = await Promise.allSettled(attempts);
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect(await numbers()).toEqual(Array.from({ length: 12 }, (_, index) => first + index));
  });

  it('are given by the register alone', async () => {
    await expect(db.execute(sql`update ops.violation_register set last_number = 0`)).rejects.toThrow();
    await expect(db.execute(sql`delete from ops.violation_register`)).rejects.toThrow();
  });
});
