import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLedger } from '#db/aggregate/checkLedger.ts';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { sql } from '#db/client.ts';
import { getBoard } from '#db/queries/getBoardState.ts';
import { voteConcurrently } from '../../support/concurrentVoting.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { foldByRowCursor } from '../../support/foldByRowCursor.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

const country = { level: 'country', code: 'XX' } as const;

describe('fold', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
    await loadSmallElection(database.client.db);
  });
  afterEach(() => database.drop());

  const countBallots = async () => {
    const [row] = await database.client.connection`select count(*)::int as count from vote.ballot`;
    return row?.count;
  };
  const vote = (district: string, count: number) => database.client.connection`
    insert into vote.ballot (district_code, channel, occurred_at)
    select ${district}, 'paper', timestamptz '2020-10-02 10:00+06' from generate_series(1, ${count}::int)`;

  it('counts every ballot once under concurrent writers, rollbacks, savepoints and a long open transaction', async () => {
    const aggregator = database.connectAs('saylau_aggregator').db;
    await voteConcurrently(database.client.connection, {
      writers: 8,
      transactions: 60,
      between: async () => void (await foldTurnout(aggregator)),
    });
    await foldTurnout(aggregator);
    const board = await getBoard(database.client.db, country);
    expect(board.rows[0]?.voted).toBe(await countBallots());
    expect((await checkLedger(aggregator)).differences).toEqual([]);
  });

  it('loses rows when a row-number cursor takes its place, and the ledger check says so', async () => {
    await voteConcurrently(database.client.connection, {
      writers: 8,
      transactions: 60,
      between: () => foldByRowCursor(database.client.db),
    });
    await foldByRowCursor(database.client.db);
    const { differences } = await checkLedger(database.client.db);
    const lost = differences.filter(({ table, counted, recorded }) => table === 'turnout' && recorded < counted);
    expect(lost.length).toBeGreaterThan(0);
  });

  it('stays exact with two aggregators folding at once', async () => {
    const first = database.connectAs('saylau_aggregator').db;
    const second = database.connectAs('saylau_aggregator').db;
    await voteConcurrently(database.client.connection, {
      writers: 6,
      transactions: 40,
      between: async () => void (await Promise.all([foldTurnout(first), foldTurnout(second)])),
    });
    await foldTurnout(first);
    expect((await checkLedger(first)).differences).toEqual([]);
    expect((await getBoard(database.client.db, country)).rows[0]?.voted).toBe(await countBallots());
  });

  it('gives one version to everything that changed and none when nothing did', async () => {
    const { db } = database.client;
    await vote('XX-A-1', 3);
    await vote('XX-B-2', 2);
    const before = (await getBoard(db, country)).version;
    const fold = await foldTurnout(db);
    expect(fold).toMatchObject({ outcome: 'folded', version: before + 1, events: 5 });
    expect(await foldTurnout(db)).toEqual({ outcome: 'unchanged' });
    expect((await getBoard(db, country)).version).toBe(before + 1);
  });

  it('adds districts up to their region and to the country', async () => {
    await vote('XX-A-1', 3);
    await vote('XX-A-2', 4);
    await vote('XX-B-2', 2);
    await foldTurnout(database.client.db);
    const { rows } = await getBoard(database.client.db, country);
    expect(rows.map((row) => [row.code, row.voted])).toEqual([
      ['XX', 9],
      ['XX-A', 7],
      ['XX-B', 2],
    ]);
  });

  it('takes a correction off the figure and says what was, what is, why and who decided', async () => {
    await vote('XX-A-1', 30);
    await foldTurnout(database.client.db);
    await database.client.connection`
      insert into vote.turnout_correction (district_code, channel, delta_voted, reason, decided_by, occurred_at) values
        ('XX-A-1', 'paper', -4, 'counted twice', 'commission', '2020-10-02 11:00+06'),
        ('XX-A-1', 'paper', 1, 'one was right', 'commission', '2020-10-02 11:01+06')`;
    await foldTurnout(database.client.db);
    const corrections = await database.client.db.execute(sql`
      select voted_before::int, voted_after::int, reason, decided_by from board.turnout_correction order by id`);
    expect([...corrections]).toEqual([
      { voted_before: 30, voted_after: 26, reason: 'counted twice', decided_by: 'commission' },
      { voted_before: 26, voted_after: 27, reason: 'one was right', decided_by: 'commission' },
    ]);
    expect((await checkLedger(database.client.db)).differences).toEqual([]);
  });

  it('holds a district with more voters than its electorate at its last good figures until it is right again', async () => {
    const { db, connection } = database.client;
    await vote('XX-A-1', 10);
    await foldTurnout(db);
    await vote('XX-A-1', 2_000);
    await vote('XX-A-2', 1);
    await foldTurnout(db);
    const held = await getBoard(db, { level: 'region', code: 'XX-A' });
    expect(held.rows[1]).toMatchObject({ code: 'XX-A-1', voted: 10, held: { rule: 'voted_exceeds_electorate' } });
    expect(held.rows[0]).toMatchObject({ voted: 11, heldUnits: 1 });
    expect((await checkLedger(db)).differences).toEqual([]);

    await connection`
      insert into vote.turnout_correction (district_code, channel, delta_voted, reason, decided_by, occurred_at)
      values ('XX-A-1', 'paper', -1990, 'typed a zero too many', 'commission', '2020-10-02 11:00+06')`;
    await foldTurnout(db);
    const lifted = await getBoard(db, { level: 'region', code: 'XX-A' });
    expect(lifted.rows[1]).toMatchObject({ voted: 20, heldUnits: 0 });
    expect(lifted.rows[1]?.held).toBeUndefined();
  });

  it('holds a district where more voted online than were authorized', async () => {
    const { db, connection } = database.client;
    await connection`insert into vote.ballot (district_code, channel, occurred_at) values ('XX-B-1', 'online', '2020-10-02 10:00+06')`;
    await foldTurnout(db);
    const [row] = (await getBoard(db, { level: 'district', code: 'XX-B-1' })).rows;
    expect(row).toMatchObject({ voted: 0, held: { rule: 'online_voted_exceeds_authorized' } });
  });

  it('counts votes of a district nobody knows in the ledger, and shows them nowhere but as held', async () => {
    const { db } = database.client;
    await vote('XX-NOWHERE', 5);
    await foldTurnout(db);
    expect((await getBoard(db, country)).rows[0]?.voted).toBe(0);
    expect((await checkLedger(db)).differences).toEqual([]);
    const held = await db.execute(sql`select district_code, rule from board.quarantine where lifted_at is null`);
    expect([...held]).toEqual([{ district_code: 'XX-NOWHERE', rule: 'unknown_district' }]);
  });
});
