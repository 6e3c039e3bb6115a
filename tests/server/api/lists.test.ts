import { beforeAll, describe, expect, it } from 'vitest';
import { editionsAnswer } from '#app/api/editionsAnswer.ts';
import { sql } from '#db/client.ts';
import { announcePublication } from '#db/commands/announce.ts';
import { getPressState } from '#db/queries/getPressState.ts';
import { until } from '../../support/liveServer.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { openApi } from './askApi.ts';
import { putEdition } from './putEdition.ts';

const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');
const names = (text: string) => ({ kk: text, ru: text, en: text });

describe('lists of the press API', () => {
  const { database, ask } = openApi();
  const read = async (path: string) => (await ask(path)).json();
  const editionsOf = async (path: string) =>
    (await read(path)).editions.map((entry: { edition: number }) => entry.edition);
  /** Reads once the release is seen. */
  const readFrom = async (version: number, path: string) => {
    await until(async () => (await read('/api/v1/editions.json')).version >= version, 2_000);
    return read(path);
  };
  const boardVersion = async () => {
    const [row] = await database.client.db.execute<{ version: string }>(sql`select version from board.version`);
    return Number(row?.version);
  };

  beforeAll(async () => {
    await loadSmallElection(database.client.db);
    await database.client.db.execute(sql`truncate board.candidacy cascade`);
    await database.client.db.execute(sql`
      insert into board.candidacy (id, contest_id, ballot_number, names)
      select 'k' || n, 'council-A', n + 100, '{"kk":"Нұрлан","ru":"Нурлан","en":"Nurlan"}' from generate_series(1, 3) n`);
    await database.client.db.execute(
      sql`insert into published.signing_key (id, public_key_pem) values ('k1', '-----BEGIN PUBLIC KEY-----')`,
    );
    const decidedBy = names('Commission');
    await announcePublication(database.client.db, {
      publishAt: '2020-10-05T12:00:00+06:00',
      announcedAt: '2020-09-01T00:00:00+06:00',
      reason: null,
      decidedBy,
    });
    await putEdition(database.client.db, 0);
    await readFrom(await boardVersion().then((version) => version - 1), '/api/v1/editions.json');
  });

  describe('editions.json', () => {
    it('has the zero feed and the planned time before anything is released', async () => {
      const list = await read('/api/v1/editions.json');
      expect(list).toMatchObject({
        electionId: 'rehearsal-small',
        isTest: true,
        publication: {
          publishAt: '2020-10-05T06:00:00.000Z',
          plannedAt: '2020-10-05T06:00:00.000Z',
          moves: [],
          released: false,
        },
        editions: [{ edition: 0, status: 'pre-election', version: null, releasedAt: null, supersededBy: null }],
      });
    });

    it('leads a program that follows next from change to change, telling each once', async () => {
      const first = await read('/api/v1/editions.json');
      await announcePublication(database.client.db, {
        publishAt: '2020-10-06T12:00:00+06:00',
        announcedAt: '2020-10-05T09:00:00+06:00',
        reason: names('Protocols are checked'),
        decidedBy: names('Commission'),
      });
      const moved = await readFrom(first.version + 1, first.next);
      expect(moved.publication).toMatchObject({
        publishAt: '2020-10-06T06:00:00.000Z',
        plannedAt: '2020-10-05T06:00:00.000Z',
        moves: [{ reason: { en: 'Protocols are checked' } }],
      });

      await putEdition(database.client.db, 1);
      const released = await readFrom(moved.version + 1, moved.next);
      expect(released.publication.released).toBe(true);
      expect(released.editions).toMatchObject([
        { edition: 0, supersededBy: 1 },
        {
          edition: 1,
          status: 'complete',
          approvedBy: ['A. Serikova', 'D. Akhmetov'],
          corrects: null,
          supersededBy: null,
        },
      ]);
      expect(released.editions[1].urls.bundle).toBe('/api/v1/editions/1/bundle.zip');
      expect(await editionsOf(released.next)).toEqual([]);

      await putEdition(database.client.db, 2);
      const corrected = await readFrom(released.version + 1, released.next);
      expect(corrected.editions).toMatchObject([
        { edition: 1, supersededBy: 2 },
        { edition: 2, corrects: 1, reason: { en: 'A protocol was typed twice' } },
      ]);
      expect(await editionsOf('/api/v1/editions.json?since=0')).toEqual([0, 1, 2]);
      expect(await editionsOf('/api/v1/editions.json')).toEqual([0, 1, 2]);
    });

    it('does not change while only turnout does', async () => {
      const { db } = database.client;
      const before = await getPressState(db);
      await db.execute(sql`update board.version set version = version + 5`);
      expect(editionsAnswer(await getPressState(db), -1)).toEqual(editionsAnswer(before, -1));
    });

    it('answers 304 to who has it', async () => {
      const etag = (await ask('/api/v1/editions.json')).headers.get('etag') ?? '';
      expect((await ask('/api/v1/editions.json', { headers: { 'if-none-match': etag } })).status).toBe(304);
    });

    it.each(['x', '-1', '1.5', '1e3', '99999999999999999'])('names the parameter where since is %s', async (since) => {
      const response = await ask(`/api/v1/editions.json?since=${since}`);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        error: 'invalid_parameter',
        message: 'since: a version: a whole number such as 1024',
      });
    });
  });

  describe('candidacies', () => {
    it('finds by name and gives the next page under next', async () => {
      const path = `/api/v1/candidacies?q=${encodeURIComponent('НУРЛАН')}&limit=2`;
      const first = await read(path);
      expect(first).toMatchObject({ total: 3, candidacies: [{ id: 'k1', votes: null }, { id: 'k2' }] });
      const last = await read(first.next);
      expect([last.candidacies.map(({ id }: { id: string }) => id), last.next]).toEqual([['k3'], null]);
    });

    it.each([
      ['limit=51', 'limit'],
      ['limit=0', 'limit'],
      ['status=elected', 'status'],
      ['region=xx%27', 'region'],
      ['contest=%3B', 'contest'],
      ['after=zzz', 'after'],
      [`after=${cursor([2 ** 40, 'council-A', 1])}`, 'after'],
      [`after=${cursor([1, 'council\0', 1])}`, 'after'],
      [`q=${'я'.repeat(101)}`, 'q'],
    ])('names the parameter where it is asked %s', async (query, name) => {
      const response = await ask(`/api/v1/candidacies?${query}`);
      expect([response.status, (await response.json()).message.split(':')[0]]).toEqual([400, name]);
    });
  });

  it('gives the signing keys as a list, and the newest as PEM', async () => {
    expect(await read('/api/v1/keys.json')).toMatchObject({ keys: [{ id: 'k1' }] });
    const pem = await ask('/api/v1/key.pem');
    expect([pem.headers.get('content-type'), await pem.text()]).toEqual([
      'application/x-pem-file',
      '-----BEGIN PUBLIC KEY-----',
    ]);
  });
});
