import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLedger } from '#db/aggregate/checkLedger.ts';
import { guardSnapshot } from '#db/aggregate/checkpoint.ts';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { rebuildTurnout } from '#db/aggregate/rebuildTurnout.ts';
import { sql } from '#db/client.ts';
import { getBoard } from '#db/queries/getBoardState.ts';
import { Conflict } from '#domain/errors.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

describe('rebuild', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
    await loadSmallElection(database.client.db);
    await database.client.connection`
      insert into vote.ballot (district_code, channel, occurred_at)
      select 'XX-A-1', 'paper', timestamptz '2020-10-02 10:00+06' from generate_series(1, 30)`;
    await foldTurnout(database.client.db);
  });
  afterEach(() => database.drop());

  const reason = { reason: 'restored', decidedBy: 'operator' };

  it('recounts to the same figures and a higher version', async () => {
    const { db } = database.client;
    const before = await getBoard(db, { level: 'country', code: 'XX' });
    const { version, events } = await rebuildTurnout(db, reason);
    const after = await getBoard(db, { level: 'country', code: 'XX' });
    expect(events).toBe(30);
    expect(version).toBe(before.version + 1);
    expect(after.rows).toEqual(before.rows);
    expect((await checkLedger(db)).differences).toEqual([]);
  });

  it('mends a counter that somebody changed, and the ledger check names it before', async () => {
    const { db } = database.client;
    await db.execute(sql`update board.turnout set voted = voted + 7`);
    expect((await checkLedger(db)).differences).toEqual([
      { table: 'turnout', key: 'XX-A-1 paper voted', counted: 30, recorded: 37 },
    ]);
    await rebuildTurnout(db, reason);
    expect((await checkLedger(db)).differences).toEqual([]);
  });

  it('logs a fall it finds as a correction with its reason', async () => {
    const { db } = database.client;
    await db.execute(sql`delete from vote.ballot where id in (select id from vote.ballot limit 4)`);
    await rebuildTurnout(db, reason);
    const corrections = await db.execute(
      sql`select voted_before::int, voted_after::int, reason from board.turnout_correction`,
    );
    expect([...corrections]).toEqual([{ voted_before: 30, voted_after: 26, reason: 'restored' }]);
    expect((await getBoard(db, { level: 'district', code: 'XX-A-1' })).rows[0]?.voted).toBe(26);
  });

  it('goes on exactly with what comes after it', async () => {
    const { db, connection } = database.client;
    await rebuildTurnout(db, reason);
    await connection`insert into vote.ballot (district_code, channel, occurred_at) values ('XX-A-1', 'paper', '2020-10-02 10:05+06')`;
    await foldTurnout(db);
    expect((await checkLedger(db)).differences).toEqual([]);
    expect((await getBoard(db, { level: 'district', code: 'XX-A-1' })).rows[0]?.voted).toBe(31);
  });
});

describe('guard against restored transaction numbers', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
    await loadSmallElection(database.client.db);
  });
  afterEach(() => database.drop());

  it('refuses rows whose transaction has not happened yet in this cluster, and names the rebuild', async () => {
    const { db } = database.client;
    await db.execute(sql`
      insert into vote.ballot (xid, district_code, channel, occurred_at)
      values ('9000000000000', 'XX-A-1', 'paper', '2020-10-02 10:00+06')`);
    await expect(guardSnapshot(db)).rejects.toThrow(/aggregate:rebuild/);
  });

  it('refuses a checkpoint of another cluster', async () => {
    const { db } = database.client;
    await db.execute(sql`update board.checkpoint set system_identifier = system_identifier + 1`);
    await expect(guardSnapshot(db)).rejects.toThrow(Conflict);
  });

  it('refuses a checkpoint ahead of this cluster', async () => {
    const { db } = database.client;
    await db.execute(sql`update board.checkpoint set snapshot = '9000000000000:9000000000000:'`);
    await expect(guardSnapshot(db)).rejects.toThrow(Conflict);
  });

  it('lets a rebuilt ledger go on', async () => {
    const { db } = database.client;
    await db.execute(sql`update board.checkpoint set system_identifier = system_identifier + 1`);
    await rebuildTurnout(db, { reason: 'moved', decidedBy: 'operator' });
    await expect(guardSnapshot(db)).resolves.toBeUndefined();
  });
});
