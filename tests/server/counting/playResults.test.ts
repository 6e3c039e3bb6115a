import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { getDraft } from '#db/counting/getDraft.ts';
import { getPreviousContests } from '#db/counting/getPreviousContests.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import { getFeed } from '#db/queries/getFeed.ts';
import { SummaryFile } from '#domain/results/resultFiles.ts';
import { startAggregator } from '#server/aggregator/startAggregator.ts';
import { startReleasing } from '#server/aggregator/startReleasing.ts';
import { createLog } from '#server/log.ts';
import { createSigningKey } from '#server/press/signingKey.ts';
import { clockAt, setClocks } from '#server/rehearsal/clocks.ts';
import { playRehearsal } from '#server/rehearsal/playRehearsal.ts';
import { playResults } from '#server/rehearsal/playResults.ts';
import { prepareRehearsal } from '#server/rehearsal/prepareRehearsal.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { until } from '../../support/liveServer.ts';
import { smallRehearsal } from '../../support/smallRehearsal.ts';

const at = (text: string) => Date.parse(`${text}+06:00`);
const rehearsal = { source: smallRehearsal, seed: 7, signingKey: createSigningKey() };
const log = createLog('test', 'silent');

describe('a rehearsal of the results', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  const databases = () => ({ vote: database.client, board: database.client });
  const listReleases = async () => {
    const rows = await database.client.db.execute<{ number: number; released_at: string | null; files: string }>(sql`
      select number, released_at, (select count(*) from published.file f where f.edition = e.number) as files
      from published.edition e order by number`);
    const files = new Set(rows.map((row) => row.files));
    return {
      editions: rows.map(({ number, released_at }) => [number, released_at]),
      filesOfEach: [...files].map(Number),
    };
  };
  const countDrafts = async () => {
    const [row] = await database.client.db.execute<{ count: string }>(sql`select count(*) from sealed.edition`);
    return Number(row?.count);
  };

  it('has done everything at its moment when it is loaded at the end', async () => {
    await prepareRehearsal(databases(), rehearsal, at('2020-10-08T12:00:00'));
    const { editions, filesOfEach } = await listReleases();
    expect(editions).toEqual([
      [0, null],
      [1, '2020-10-05 06:00:00+00'],
      [2, '2020-10-06 09:00:00+00'],
    ]);
    expect(filesOfEach.length).toBe(1);
    const draft = await getDraft(database.client.db);
    expect(draft).toMatchObject({ number: 2, state: 'released', sealedAt: '2020-10-06T03:00:00.000Z' });
    expect(draft.verdicts.map(({ person, at: given }) => [person, given])).toEqual([
      ['Aisha Omarova', '2020-10-06T08:00:00.000Z'],
      ['Bolat Serikov', '2020-10-06T09:00:00.000Z'],
    ]);
    const contests = await getPreviousContests(database.client.db);
    expect(contests?.map(({ state }) => state)).toEqual(['counted', 'counted', 'uncontested', 'counted']);
    expect(contests?.at(-1)?.candidacies.filter(({ outcome }) => outcome === 'not_eligible').length).toBe(2);
    expect(contests?.every(({ tie }) => tie === null || tie.lot !== null)).toBe(true);
  });

  it('shows the zero feed with the decisions so far and nothing else before the publication', async () => {
    await prepareRehearsal(databases(), rehearsal, at('2020-10-05T11:59:59'));
    expect((await listReleases()).editions).toEqual([[0, null]]);
    expect((await getDraft(database.client.db)).state).toBe('ready');
    const [row] = await database.client.db.execute<{ text: string }>(sql`
      select convert_from(bytes, 'UTF8') as text from published.file where path = 'summary.json'`);
    const summary = SummaryFile.parse(JSON.parse(row?.text ?? ''));
    expect([summary.status, summary.notEligible.length, summary.sealedAt]).toEqual([
      'pre-election',
      2,
      '2020-10-04T10:00:00.000Z',
    ]);
  });

  it('moves through the count, the approvals and the release with its clock', async () => {
    const startMs = at('2020-10-04T15:50:00');
    await prepareRehearsal(databases(), rehearsal, startMs);
    await setClocks(databases(), clockAt(startMs, 50_000));
    const stops = [
      playRehearsal(databases(), rehearsal, log),
      await startAggregator(database.connectAs('saylau_aggregator').db, log),
      startReleasing(database.connectAs('saylau_aggregator').db, log),
    ];
    await until(async () => (await getFeed(database.client.db)).release?.edition === 2, 25_000);
    await Promise.all(stops.map((stop) => stop()));
    expect((await listReleases()).editions.length).toBe(3);
    expect(await countDrafts()).toBe(2);
  });

  it('goes on where it was killed, and does nothing twice', async () => {
    await prepareRehearsal(databases(), rehearsal, at('2020-10-04T16:00:01'));
    const play = (time: string) => playResults(databases(), rehearsal, at(time), (_, work) => work(() => {}));
    const { manifestHash } = await getDraft(database.client.db);
    await play('2020-10-04T16:00:01');
    await play('2020-10-04T18:00:00');
    await play('2020-10-04T18:00:00');
    expect(await getDraft(database.client.db)).toMatchObject({ manifestHash, state: 'approved by one' });
    await play('2020-10-05T10:00:00');
    await play('2020-10-05T10:00:00');
    expect(await getDraft(database.client.db)).toMatchObject({ manifestHash, state: 'ready' });
    expect(await countDrafts()).toBe(1);
  });

  it('leaves a draft that somebody objected to', async () => {
    await prepareRehearsal(databases(), rehearsal, at('2020-10-04T16:00:01'));
    const draft = await getDraft(database.client.db);
    await recordVerdict(database.client.db, {
      ...draft,
      person: 'Chingiz',
      verdict: 'objected',
      reason: 'a wrong sum',
    });
    await playResults(databases(), rehearsal, at('2020-10-05T10:00:00'), (_, work) => work(() => {}));
    expect(await getDraft(database.client.db)).toMatchObject({ state: 'objected', editionId: draft.editionId });
  });

  it('puts the zero feed out again when a decision comes', async () => {
    const startMs = at('2020-10-02T15:59:00');
    await prepareRehearsal(databases(), rehearsal, startMs);
    const hash = (await getFeed(database.client.db)).results?.manifestHash;
    await setClocks(databases(), clockAt(startMs, 600));
    const stop = playRehearsal(databases(), rehearsal, log);
    await until(async () => {
      const now = (await getFeed(database.client.db)).results?.manifestHash;
      return now !== undefined && now !== hash;
    }, 20_000);
    await stop();
    expect((await listReleases()).editions).toEqual([[0, null]]);
  });
});
