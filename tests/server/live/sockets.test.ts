import { once } from 'node:events';
import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { announceWindow } from '#db/commands/announce.ts';
import { applyUpdate } from '#domain/applyUpdate.ts';
import type { BoardUpdate } from '#domain/board.ts';
import type { LiveServer } from '#server/live/startLive.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { connectTo, type LiveClient, next, startTestLive, until, watch } from '../../support/liveServer.ts';
import { loadSmallElection, smallElection } from '../../support/smallElection.ts';

const country = { level: 'country', code: 'XX' } as const;
const regionA = { level: 'region', code: 'XX-A' } as const;
const regionB = { level: 'region', code: 'XX-B' } as const;

describe('live sockets', () => {
  let database: TestDatabase;
  let live: LiveServer & { base: string };
  const clients: LiveClient[] = [];
  beforeEach(async () => {
    database = await createTestDatabase();
    await loadSmallElection(database.client.db);
    live = await startTestLive(database, 3);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    await live.stop();
    await database.drop();
  });

  const connect = (origin?: string) => {
    const client = connectTo(live.base, origin);
    clients.push(client);
    return client;
  };
  const vote = async (district: string, count = 1) => {
    await database.client.connection`
      insert into vote.ballot (district_code, channel, occurred_at)
      select ${district}, 'paper', timestamptz '2020-10-02 11:00+06' from generate_series(1, ${count}::int)`;
    await foldTurnout(database.client.db);
  };
  const watchOk = async (client: LiveClient, scope: Parameters<typeof watch>[1]) => {
    const answer = await watch(client, scope);
    if (!answer.ok) throw new Error(answer.error);
    return answer.board;
  };

  const metric = async (name: string) => {
    const text = await (await fetch(`${live.base}/metrics`)).text();
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  };

  it('[LP5] answers a watch with the whole board of the scope', async () => {
    await vote('XX-A-1', 3);
    const client = connect();
    await until(async () => (await watchOk(client, country)).rows[0]?.voted === 3);
    const board = await watchOk(client, regionA);
    expect(board).toMatchObject({ electionId: 'rehearsal-small', isTest: true, phase: 'before', scope: regionA });
    expect(board.rows.map((row) => [row.code, row.voted])).toEqual([
      ['XX-A', 3],
      ['XX-A-1', 3],
      ['XX-A-2', 0],
    ]);
  });

  it('[LP1] [LP2] [LP6] tells the absolute rows that changed, and they add up', async () => {
    const client = connect();
    const before = await watchOk(client, country);
    const told = next(client, 'board:changed');
    await vote('XX-B-1', 4);
    const update = await told;
    expect(update.version).toBe(before.version + 1);
    expect(update.rows.map((row) => [row.code, row.voted])).toEqual([
      ['XX', 4],
      ['XX-B', 4],
    ]);
    expect(applyUpdate(before, update)).toMatchObject({ version: update.version });
  });

  it('[LP7] lets a client that missed an update see the gap', async () => {
    const client = connect();
    const before = await watchOk(client, country);
    const first = next(client, 'board:changed');
    await vote('XX-A-1');
    await first;
    const second = next(client, 'board:changed');
    await vote('XX-A-1');
    const missedOne: BoardUpdate = await second;
    expect(applyUpdate(before, missedOne)).toBe('gap');
    expect(applyUpdate(await watchOk(client, country), missedOne)).not.toBe('gap');
  });

  it('[LP8] tells a socket of its own scope alone', async () => {
    const client = connect();
    await watchOk(client, regionA);
    await watchOk(client, regionB);
    const heard: BoardUpdate[] = [];
    client.on('board:changed', (update) => heard.push(update));
    await vote('XX-A-1');
    await vote('XX-B-1', 2);
    await until(() => heard.length > 0);
    expect(heard.map((update) => update.rows[0]?.code)).toEqual(['XX-B']);
  });

  it('[LP6] tells an extension at once, with the whole schedule', async () => {
    const client = connect();
    const board = await watchOk(client, country);
    const told = next(client, 'board:changed');
    for (const change of smallElection.election.windows) await announceWindow(database.client.db, change);
    let updated = applyUpdate(board, await told);
    while (updated !== 'gap' && updated.schedule.windows.length < 2)
      updated = applyUpdate(updated, await next(client, 'board:changed'));
    expect(updated).toMatchObject({
      schedule: { windows: smallElection.election.windows.map(({ channel }) => ({ channel })) },
    });
  });

  it('[LP10] says every five seconds that the figures were looked at', async () => {
    const client = connect();
    const board = await watchOk(client, country);
    const checked = await next(client, 'board:checked');
    expect(checked).toMatchObject({ version: board.version });
    expect(Date.parse(checked.checkedAt)).toBeGreaterThan(0);
  });

  it('[LP11] gives no socket to a page of another origin', async () => {
    const client = connect('http://elsewhere.example');
    const error = await new Promise<Error>((resolve) => client.once('connect_error', resolve));
    expect(error.message).toBe('websocket error');
    expect(client.connected).toBe(false);
  });

  it('[LP12] tells the socket past the cap to poll', async () => {
    for (let number = 0; number < 3; number += 1) {
      const client = connect();
      await new Promise<void>((resolve) => client.once('connect', resolve));
    }
    const fourth = connect();
    const error = await new Promise<Error & { data?: unknown }>((resolve) => fourth.once('connect_error', resolve));
    expect(error.message).toBe('full');
    expect(error.data).toEqual({ pollMs: 5_000, retryMs: 60_000 });
  });

  it('[LP13] says goodbye with a spread when it stops', async () => {
    const client = connect();
    await watchOk(client, country);
    const closing = next(client, 'live:closing');
    const gone = new Promise<void>((resolve) => client.once('disconnect', () => resolve()));
    const other = await startTestLive(database);
    const stopped = live.stop();
    live = other;
    expect((await closing).spreadMs).toBeGreaterThan(0);
    await gone;
    await stopped;
  });

  it('[LP5] [LP14] answers nonsense with an error and lives on', async () => {
    const client = connect();
    const ask = (request: unknown) => new Promise((resolve) => client.emit('board:watch', request as never, resolve));
    expect(await ask(null)).toEqual({ ok: false, error: 'invalid' });
    expect(await ask({ scope: { level: 'country', code: '../etc' } })).toEqual({ ok: false, error: 'invalid' });
    expect(await ask({ scope: { level: 'region', code: 'XX-Z' } })).toEqual({ ok: false, error: 'unknown_scope' });
    expect(await ask({ scope: country, extra: 1 })).toEqual({ ok: false, error: 'invalid' });
    const anything: Socket = client;
    anything.emit('board:watch', 'no answer wanted');
    anything.emit('board:release', {});
    expect((await watchOk(client, country)).scope).toEqual(country);
  });

  it('[LP5] [LP14] stops answering a client that asks too often and ends one that sends too much', async () => {
    const client = connect();
    const answers = await Promise.all(Array.from({ length: 25 }, () => watch(client, country)));
    expect(answers.filter((answer) => !answer.ok && answer.error === 'too_many').length).toBe(5);
    const gone = new Promise<void>((resolve) => client.once('disconnect', () => resolve()));
    client.emit('board:watch', { scope: { level: 'country', code: 'X'.repeat(10_000) } }, () => {});
    await gone;
  });

  it('[LP14] lets a client go that reads nothing, and keeps the others', async () => {
    const { connection } = database.client;
    const reader = connect();
    await watchOk(reader, country);
    const deaf = new WebSocket(`${live.base.replace('http', 'ws')}/live/socket/?EIO=4&transport=websocket`);
    await once(deaf, 'open');
    const gone = new Promise<void>((resolve) => deaf.once('close', () => resolve()));
    deaf.send('40');
    await new Promise<void>((resolve) => deaf.on('message', (text) => String(text).startsWith('40') && resolve()));
    deaf.send(`420${JSON.stringify(['board:watch', { scope: country }])}`);
    await until(async () => (await metric('saylau_live_sockets')) === 2);
    deaf.pause();
    // More than the kernel keeps for a socket that nobody reads, in messages that only the country's scope hears.
    for (let round = 0; round < 400 && (await metric('saylau_live_sockets')) === 2; round += 1) {
      for (const change of smallElection.election.windows) {
        const decidedBy = { kk: 'x'.repeat(100_000), ru: 'x', en: 'x' };
        const announcedAt = new Date(Date.parse(change.announcedAt) + round * 1_000).toISOString();
        await announceWindow(database.client.db, { ...change, decidedBy, announcedAt });
      }
      await next(reader, 'board:changed');
    }
    expect(await metric('saylau_live_sockets')).toBe(1);
    deaf.resume();
    await gone;
    await connection`truncate board.window_change`;
    expect((await watchOk(reader, country)).scope).toEqual(country);
  });
});
