import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { announcePublication, announceWindow } from '#db/commands/announce.ts';
import { applyRelease, applyUpdate } from '#domain/applyUpdate.ts';
import type { Board } from '#domain/board.ts';
import type { ResultsReleased } from '#domain/events.ts';
import type { LiveServer } from '#server/live/startLive.ts';
import { releaseSpreadMs } from '#server/live/tellNews.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { connectTo, type LiveClient, next, startTestLive, until, watch } from '../../support/liveServer.ts';
import { publishEdition } from '../../support/publishEdition.ts';
import { putSmallZeroFeed, releaseSmallEdition } from '../../support/releaseEdition.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

const country = { level: 'country', code: 'XX' } as const;
const regionA = { level: 'region', code: 'XX-A' } as const;
const districtB = { level: 'district', code: 'XX-B-1' } as const;

const paths = [
  'summary.json',
  'regions/XX-A.json',
  'regions/XX-B.json',
  'districts/XX-A-1.json',
  'contests/council-A.json',
];
const filesOf = (edition: number, winner: string | null) =>
  Object.fromEntries([...paths, 'contests.json', 'candidacies.csv'].map((path) => [path, { edition, path, winner }]));

describe('a release', () => {
  let database: TestDatabase;
  let live: LiveServer & { base: string };
  const clients: LiveClient[] = [];
  beforeEach(async () => {
    database = await createTestDatabase();
    await loadSmallElection(database.client.db);
    await publishEdition(database, 0, filesOf(0, null));
    live = await startTestLive(database);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    await live.stop();
    await database.drop();
  });

  const open = async (scope: Parameters<typeof watch>[1]) => {
    const client = connectTo(live.base);
    clients.push(client);
    const answer = await watch(client, scope);
    if (!answer.ok) throw new Error(answer.error);
    return { client, board: answer.board };
  };
  const get = async (path: string) => (await fetch(`${live.base}${path}`)).json();
  const results = (path: string) => fetch(`${live.base}/live/results/${path}`);
  const editionOf = async (path: string) => (await (await results(path)).json()).edition;

  it('[LP20] is told to the sockets of every scope, once, with what it is', async () => {
    const pages = await Promise.all([open(country), open(regionA), open(districtB)]);
    const heard: ResultsReleased[] = [];
    for (const { client } of pages) client.on('results:released', (told) => heard.push(told));
    const before = pages[0]?.board.version ?? 0;
    const version = await publishEdition(database, 1, filesOf(1, 'Aisha'));
    await until(() => heard.length === 3);
    await Promise.all(pages.map(({ client }) => next(client, 'board:checked')));
    expect(heard).toEqual(
      Array.from({ length: 3 }, () => ({
        version,
        previousVersion: before,
        release: {
          edition: 1,
          firstReleasedAt: '2020-10-06T06:00:00.000Z',
          releasedAt: '2020-10-06T06:00:00.000Z',
          approvedBy: ['Aisha', 'Bolat'],
          version,
        },
        spreadMs: 0,
      })),
    );
  });

  it('[LP20] leaves every board at its version, in whichever scope', async () => {
    const pages = await Promise.all([open(country), open(districtB)]);
    const told = Promise.all(pages.map(({ client }) => next(client, 'results:released')));
    const version = await publishEdition(database, 1, filesOf(1, 'Aisha'));
    for (const [index, released] of (await told).entries()) {
      const { board, isGap } = applyRelease(pages[index]?.board as Board, released);
      expect([board.version, board.phase, board.release?.edition, isGap]).toEqual([version, 'published', 1, false]);
    }
  });

  it('[LP20] [LP7] comes after the figures of the same moment, so that neither is lost', async () => {
    const { client, board } = await open(country);
    const order: string[] = [];
    let shown: Board | 'gap' = board;
    client.on('board:changed', (update) => {
      order.push('changed');
      if (shown !== 'gap') shown = applyUpdate(shown, update);
    });
    client.on('results:released', (told) => {
      order.push('released');
      if (shown !== 'gap') shown = applyRelease(shown, told).board;
    });
    await publishEdition(database, 1, filesOf(1, 'Aisha'), {
      meanwhile: async () => {
        await database.client.connection`
          insert into vote.ballot (district_code, channel, occurred_at)
          values ('XX-A-1', 'paper', timestamptz '2020-10-02 11:00+06')`;
        await foldTurnout(database.client.db);
      },
    });
    await until(() => order.includes('released') && order.includes('changed'));
    expect(order).toEqual(['changed', 'released']);
    expect(shown).toMatchObject({ release: { edition: 1 }, rows: [{ code: 'XX', voted: 1 }, {}, {}] });
  });

  it('[LP21] is in the next snapshot of who missed it, and in the files of who polls', async () => {
    expect(await get('/live/board.json')).toMatchObject({ release: null, phase: 'before' });
    await publishEdition(database, 1, filesOf(1, 'Aisha'));
    await until(async () => (await get('/live/board.json')).release !== null);
    expect(await get('/live/districts/XX-B-1.json')).toMatchObject({ release: { edition: 1 }, phase: 'published' });
    expect((await open(regionA)).board).toMatchObject({ release: { edition: 1 }, phase: 'published' });
  });

  it('[LP21] is told again for a correction, which keeps the time of the first', async () => {
    const { client } = await open(country);
    const first = next(client, 'results:released');
    await publishEdition(database, 1, filesOf(1, 'Aisha'));
    await first;
    const second = next(client, 'results:released');
    await publishEdition(database, 2, filesOf(2, 'Bolat'), { releasedAt: '2020-10-07T15:00:00+06:00' });
    expect((await second).release).toMatchObject({
      edition: 2,
      firstReleasedAt: '2020-10-06T06:00:00.000Z',
      releasedAt: '2020-10-07T09:00:00.000Z',
      approvedBy: ['Aisha', 'Bolat'],
    });
    expect(await editionOf('summary.json')).toBe(2);
  });

  it('[LP20] does not come with the time alone: the page still waits when the results are late', async () => {
    const decidedBy = { kk: 'x', ru: 'x', en: 'x' };
    const announced = { announcedAt: '2020-09-01T00:00:00+06:00', reason: null, decidedBy };
    await announcePublication(database.client.db, { ...announced, publishAt: '2020-10-02T11:00:00+06:00' });
    await announceWindow(database.client.db, {
      ...announced,
      channel: 'online',
      opensAt: '2020-10-01T00:00:00+06:00',
      closesAt: '2020-10-01T14:00:00+06:00',
    });
    await until(async () => (await get('/live/board.json')).schedule.windows.length > 0);
    expect(await get('/live/board.json')).toMatchObject({ release: null, phase: 'closed' });
  });

  it('[LP22] finds every file of the new edition in memory when it is told, and never the old one after', async () => {
    for (const path of paths) expect([path, await editionOf(path)]).toEqual([path, 0]);
    const { client } = await open(country);
    const told = next(client, 'results:released');
    await publishEdition(database, 1, filesOf(1, 'Aisha'));
    await told;
    for (const path of paths) expect([path, await editionOf(path)]).toEqual([path, 1]);
    // From memory: the role that reads them is shut out.
    await database.client.connection`revoke select on published.file from saylau_live`;
    for (const path of paths) expect([path, await editionOf(path)]).toEqual([path, 1]);
  });

  it('[LP20] [LP22] is told of an edition that was sealed, approved by two people and came due', async () => {
    await putSmallZeroFeed(database);
    await until(async () => (await (await results('summary.json')).json()).status === 'pre-election');
    const { client } = await open(country);
    const told = next(client, 'results:released');
    const { version } = await releaseSmallEdition(database);
    expect(await told).toMatchObject({ release: { edition: 1, version } });
    const file = await (await results('contests/council-A.json')).json();
    expect(file).toMatchObject({ edition: 1, status: 'complete', contest: { id: 'council-A', state: 'counted' } });
    expect((await results('bundle.zip')).status).toBe(404);
  });

  it('[LP22] follows a zero feed that was made anew, though its number is the same', async () => {
    await publishEdition(database, 0, filesOf(0, 'another ballot'));
    await until(async () => (await (await results('summary.json')).json()).winner === 'another ballot');
    expect((await (await results('contests/council-A.json')).json()).winner).toBe('another ballot');
  });

  it('[LP22] [LP16] sends the stored bytes, and 304 to who has them', async () => {
    const raw = (encoding: string) =>
      new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
        request(`${live.base}/live/results/summary.json`, { headers: { 'accept-encoding': encoding } }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
        })
          .once('error', reject)
          .end();
      });
    const [plain, gzip, br] = [await raw('identity'), await raw('gzip'), await raw('br')];
    expect(gunzipSync(gzip.body).equals(plain.body) && brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(br.headers['content-encoding']).toBe('br');
    expect(br.headers['cache-control']).toContain('s-maxage=1');
    const hash = createHash('sha256').update(plain.body).digest('base64url').slice(0, 22);
    expect(br.headers.etag).toBe(`"${hash}"`);
    const again = await fetch(`${live.base}/live/results/summary.json`, {
      headers: { 'if-none-match': String(br.headers.etag) },
    });
    expect(again.status).toBe(304);
  });

  it('[LP22] [LP18] answers the same 404 to a file that is to come as to nonsense', async () => {
    const nonsense = await results('nonsense.json');
    const expected = [nonsense.status, await nonsense.text(), [...nonsense.headers.keys()].sort()];
    expect(expected.slice(0, 2)).toEqual([404, '{"error":"not_found"}']);
    for (const path of [
      '',
      'bundle.zip',
      'votes.csv',
      'manifest.sha256',
      'contests.json',
      'candidacies.csv',
      'contests/council-Z.json',
      'contests/council-A.csv',
      'districts/XX-Z.json',
      'editions/1/summary.json',
      '../board.json',
      'summary.json/',
      '%73ummary.json',
    ]) {
      const answer = await results(path);
      if (path === '../board.json') expect(answer.status).toBe(200);
      else
        expect([path, answer.status, await answer.text(), [...answer.headers.keys()].sort()]).toEqual([
          path,
          ...expected,
        ]);
    }
  });
});

describe('the spread of a release', () => {
  it.each([
    [1, 0],
    [9, 0],
    [1_000, 100],
    [20_000, 2_000],
    [1_000_000, 20_000],
  ])('[LP20] %i sockets fetch over %i ms', (sockets, spreadMs) => {
    expect(releaseSpreadMs(sockets)).toBe(spreadMs);
  });
});
