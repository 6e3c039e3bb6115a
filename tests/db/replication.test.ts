import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLedger } from '#db/aggregate/checkLedger.ts';
import { markChecked, openCheckpoint } from '#db/aggregate/checkpoint.ts';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { createDatabase, type DatabaseClient, sql } from '#db/client.ts';
import { type EmbeddedCluster, startEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { openReplicationRole, publishTurnout } from '#db/vote/publication.ts';
import { dropSubscription, subscribeToTurnout } from '#db/vote/subscription.ts';
import { Conflict, NotFound } from '#domain/errors.ts';
import { until } from '#tests/support/liveServer.ts';
import { makeOpenFolder, throwawaySettings } from '#tests/support/startCluster.ts';
import { kokshetau, seedPrimaries } from './vote/primaries.ts';
import { countEvents, takePart, writeFor, writers } from './vote/writers.ts';

const eventTables = ['authorization', 'refusal', 'ballot', 'turnout_correction'];
type CliOutcome = { code: number; stdout: string; stderr: string };

/** Large transactions then reach the board before they are committed, as they would with millions of rows. */
const streamEarly = { logical_decoding_work_mem: '64kB' };
const boardDir = makeOpenFolder('saylau-board-');
const voteDir = makeOpenFolder('saylau-vote-');
let boardCluster: EmbeddedCluster;
let voteCluster: EmbeddedCluster;
let board: DatabaseClient;
let vote: DatabaseClient;
let boardUrl: string;
let voteUrl: string;

beforeAll(async () => {
  voteCluster = await startEmbedded({
    dataDir: voteDir,
    settings: { ...throwawaySettings, wal_level: 'logical', ...streamEarly },
  });
  boardCluster = await startEmbedded({
    dataDir: boardDir,
    settings: { ...throwawaySettings, wal_retrieve_retry_interval: '200ms' },
  });
  voteUrl = voteCluster.url('postgres');
  boardUrl = boardCluster.url('postgres');
  await migrate(voteUrl, ['vote-events', 'vote-reference']);
  vote = createDatabase(voteUrl, { applicationName: 'saylau-test', maxConnections: writers + 1 });
  board = createDatabase(boardUrl, { applicationName: 'saylau-test', maxConnections: 4 });
  await seedPrimaries(vote.db);
});
afterAll(async () => {
  await Promise.all([board.close(), vote.close()]);
  await Promise.all([boardCluster.stop(), voteCluster.stop()]);
  for (const folder of [boardDir, voteDir]) rmSync(folder, { recursive: true, force: true });
});

describe('before there is anything to follow', () => {
  test('a board says that the vote database publishes nothing', async () => {
    await expect(subscribeToTurnout({ boardUrl, voteUrl })).rejects.toThrow(NotFound);
  });

  test('a server without logical decoding is named with its remedy, in one line', async () => {
    const outcome = await runCli('votePublish', { VOTE_DATABASE_URL: boardUrl });
    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toBe(
      'vote:publish: the vote database has wal_level = replica: set wal_level = logical in its postgresql.conf, restart it, and run this again\n',
    );
  });

  test('a vote database that does not answer is an error of one line without its password', async () => {
    const away = voteUrl.replace(`:${voteCluster.port}/`, ':1/');
    const outcome = await runCli('voteSubscribe', { VOTE_DATABASE_URL: away, DATABASE_URL: boardUrl });
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toMatch(/^vote:subscribe: the vote database does not answer: .*ECONNREFUSED.*\n$/);
    expect(outcome.stderr).not.toContain(new URL(voteUrl).password);
  });
});

describe('a board in another cluster', () => {
  test('receives what was there before it subscribed, through a role that may read nothing else', async () => {
    await vote.db.execute(sql`
      insert into vote.ballot (district_code, channel, occurred_at) select ${kokshetau}, 'paper', now() from generate_series(1, 5000)
    `);
    await takePart(vote.db, 0, 20);
    await publishTurnout(vote.db);
    const { warnings } = await publishTurnout(vote.db);
    expect(warnings.join()).toMatch(/max_slot_wal_keep_size/);
    const readerUrl = await openReplicationRole(voteUrl);
    await expectNothingElseReadable(readerUrl);
    const progress: number[] = [];
    const outcome = await subscribeToTurnout({
      boardUrl,
      voteUrl: readerUrl,
      onProgress: (at) => progress.push(at.tablesReady),
    });
    expect(outcome).toBe('created');
    expect(progress.at(-1)).toBe(eventTables.length);
    expect(await countEvents(board.db)).toEqual(await countEvents(vote.db));
  });

  test('holds no identity and no choice: their tables do not exist there', async () => {
    const tables = await board.db.execute<{ name: string }>(sql`
      select relname as name from pg_class where relnamespace = 'vote'::regnamespace and relkind = 'r'
    `);
    expect(tables.map(({ name }) => name).sort()).toEqual([...eventTables].sort());
  });

  test('is sent the columns of the contract and no other, inserts only', async () => {
    const published = await vote.db.execute<{ name: string; columns: string }>(sql`
      select tablename as name, array_to_string(attnames, ' ') as columns from pg_publication_tables where pubname = 'saylau_turnout' order by 1
    `);
    expect([...published]).toEqual([
      { name: 'authorization', columns: 'id district_code channel occurred_at' },
      { name: 'ballot', columns: 'id district_code channel occurred_at' },
      { name: 'refusal', columns: 'id district_code channel reason occurred_at' },
      {
        name: 'turnout_correction',
        columns: 'id district_code channel delta_authorized delta_voted reason decided_by occurred_at',
      },
    ]);
    const [actions] = await vote.db.execute(sql`
      select pubinsert, pubupdate, pubdelete, pubtruncate, puballtables from pg_publication where pubname = 'saylau_turnout'
    `);
    expect(actions).toEqual({
      pubinsert: true,
      pubupdate: false,
      pubdelete: false,
      pubtruncate: false,
      puballtables: false,
    });
  });

  test('numbers what arrives with its own transactions, the copy and the stream alike', async () => {
    await takePart(vote.db, 20, 25);
    await waitUntilArrived();
    const [row] = await board.db.execute(sql`
      select bool_and(pg_visible_in_snapshot(xid, pg_current_snapshot())) as mine, count(distinct xid)::int as transactions
      from (select xid from vote.ballot union all select xid from vote.authorization) e
    `);
    const copies = 2;
    const authorizationsAndBallotsSince = 5 + 3;
    expect(row).toEqual({ mine: true, transactions: copies + authorizationsAndBallotsSince });
  });

  test('subscribed twice stays as it is and copies nothing again', async () => {
    const before = await countEvents(board.db);
    const published = await runCli('votePublish', { VOTE_DATABASE_URL: voteUrl }, ['--role']);
    const readerUrl = published.stdout.match(/VOTE_DATABASE_URL=(\S+)/)?.[1] ?? '';
    expect(readerUrl).toBe(await openReplicationRole(voteUrl));
    expect(published.stderr).toMatch(/as secret as the vote database’s own/);
    const subscribed = await runCli('voteSubscribe', { VOTE_DATABASE_URL: readerUrl, DATABASE_URL: boardUrl });
    expect(subscribed).toEqual({
      code: 0,
      stdout:
        'copied 4 of 4 tables\nthe subscription is present; all earlier events are copied, new ones follow by themselves\n',
      stderr: '',
    });
    expect(await countEvents(board.db)).toEqual(before);
  });

  test('counts as the source does while writers commit, roll back and hold transactions open', async () => {
    await openCheckpoint(board.db);
    await foldTurnout(board.db);
    const writing = writeFor(vote.db, 1500);
    let folds = 0;
    for (let done = false; !done; folds += 1) {
      done = await Promise.race([writing.then(() => true), foldTurnout(board.db).then(() => false)]);
    }
    await waitUntilArrived();
    await foldTurnout(board.db);
    expect(folds).toBeGreaterThan(10);
    await expectEqualCounters();
    const [streamed] = await vote.db.execute<{ early: number }>(
      sql`select sum(stream_txns)::int as early from pg_stat_replication_slots`,
    );
    expect(streamed?.early).toBeGreaterThan(0);
  });

  test('is not said to be read while its subscription receives nothing', async () => {
    const checkedAt = async () => {
      await markChecked(board.db);
      const [row] = await board.db.execute<{ checked_at: string }>(sql`select checked_at from board.checkpoint`);
      return Date.parse(row?.checked_at ?? '');
    };
    const whileFollowing = await checkedAt();
    expect(await checkedAt()).toBeGreaterThan(whileFollowing);
    await board.db.execute(sql`alter subscription saylau_turnout disable`);
    const moves = async () => {
      const before = await checkedAt();
      return (await checkedAt()) > before;
    };
    await until(async () => !(await moves()));
    await board.db.execute(sql`alter subscription saylau_turnout enable`);
    await until(moves);
  });

  test('counts as the source does after it was killed in the middle of the stream and started again', async () => {
    const writing = writeFor(vote.db, 2500);
    for (let round = 0; round < 5; round += 1) await foldTurnout(board.db);
    await killBoard();
    const settings = { ...throwawaySettings, wal_retrieve_retry_interval: '200ms' };
    boardCluster = await startEmbedded({ dataDir: boardDir, port: boardCluster.port, settings });
    await foldUntil(writing);
    await waitUntilArrived();
    await foldTurnout(board.db);
    await expectEqualCounters();
  });
});

describe('the end of a subscription', () => {
  test('frees the slot, so that the vote database keeps no log for a board that is gone', async () => {
    await dropSubscription(boardUrl, { abandonSlot: false });
    expect([...(await vote.db.execute(sql`select from pg_replication_slots`))]).toEqual([]);
    await expect(dropSubscription(boardUrl, { abandonSlot: false })).rejects.toThrow(NotFound);
  });

  test('leaves events that another subscription must not copy again', async () => {
    await expect(subscribeToTurnout({ boardUrl, voteUrl })).rejects.toThrow(Conflict);
    expect(await countEvents(board.db)).toEqual(await countEvents(vote.db));
  });

  test('whose slot is gone at the source is said to be broken, and can be given up', async () => {
    await board.db.execute(sql.raw(`truncate ${eventTables.map((table) => `vote.${table}`).join()}`));
    await subscribeToTurnout({ boardUrl, voteUrl });
    await board.db.execute(sql`alter subscription saylau_turnout disable`);
    const [slot] = await vote.db.execute<{ name: string }>(sql`select slot_name as name from pg_replication_slots`);
    await dropSlot(slot?.name ?? '');
    await expect(subscribeToTurnout({ boardUrl, voteUrl })).rejects.toThrow(/no longer keeps the log/);
    expect(await dropSubscription(boardUrl, { abandonSlot: true })).toEqual({ abandonedSlot: slot?.name });
  });

  test('a vote database is never made a board', async () => {
    await expect(subscribeToTurnout({ boardUrl: voteUrl, voteUrl })).rejects.toThrow(/identities/);
  });
});

/** Drops a slot once the server has noticed that its reader left. */
async function dropSlot(name: string): Promise<void> {
  for (let active = true; active; ) {
    const [slot] = await vote.db.execute<{ active: boolean }>(
      sql`select active from pg_replication_slots where slot_name = ${name}`,
    );
    active = slot?.active ?? false;
  }
  await vote.db.execute(sql`select pg_drop_replication_slot(${name})`);
}

async function runCli(name: string, env: Record<string, string>, args: string[] = []): Promise<CliOutcome> {
  const script = fileURLToPath(new URL(`../../db/cli/${name}.ts`, import.meta.url));
  const tsx = fileURLToPath(new URL('../../node_modules/.bin/tsx', import.meta.url));
  const run = promisify(execFile)(tsx, [script, ...args], {
    env: { NODE_ENV: 'test', PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error) => ({ code: Number(error.code), stdout: String(error.stdout), stderr: String(error.stderr) }),
  );
}

async function expectNothingElseReadable(url: string): Promise<void> {
  const reader = createDatabase(url, { applicationName: 'saylau-test', maxConnections: 1 });
  try {
    for (const source of ['vote.member', 'vote.admission', 'vote.voted', 'vote.ballot_choice', 'vote.secret']) {
      await expect(reader.db.execute(sql.raw(`select from ${source}`))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
    await expect(reader.db.execute(sql`select xid from vote.ballot`)).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  } finally {
    await reader.close();
  }
}

async function waitUntilArrived(): Promise<void> {
  const [end] = await vote.db.execute<{ lsn: string }>(sql`select pg_current_wal_insert_lsn() as lsn`);
  for (;;) {
    const [slot] = await vote.db.execute<{ arrived: boolean }>(sql`
      select bool_and(confirmed_flush_lsn >= ${end?.lsn}::pg_lsn) as arrived from pg_replication_slots where slot_type = 'logical'
    `);
    if (slot?.arrived) return;
    await vote.db.execute(sql`select pg_sleep(0.05)`);
  }
}

async function expectEqualCounters(): Promise<void> {
  const counters = await board.db.execute(sql`
    select district_code, channel, authorized::int, refused::int, voted::int from board.turnout order by 1, 2
  `);
  expect([...counters]).toEqual(await countEvents(vote.db));
  expect(await checkLedger(board.db)).toMatchObject({ differences: [] });
}

/** The server and its children, as the machine's end would: orphans may outlive a server and hold its folder. */
async function killBoard(): Promise<void> {
  const children = await board.db.execute<{ pid: number }>(sql`select pid from pg_stat_activity`);
  expect(children.length).toBeGreaterThan(3);
  for (const pid of [boardCluster.pid, ...children.map((child) => child.pid)]) process.kill(pid, 'SIGKILL');
  await boardCluster.ended;
}

async function foldUntil(writing: Promise<void>): Promise<void> {
  for (let done = false; !done; ) {
    done = await Promise.race([writing.then(() => true), foldTurnout(board.db).then(() => false)]);
  }
}
