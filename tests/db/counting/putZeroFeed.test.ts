import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { announceCandidacyChange } from '#db/commands/announceCandidacyChange.ts';
import { getFeed } from '#db/queries/getFeed.ts';
import { SummaryFile } from '#domain/results/resultFiles.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { putSmallZeroFeed, releaseSmallEdition } from '../../support/releaseEdition.ts';
import { loadSmallElection, smallElection } from '../../support/smallElection.ts';

describe('the zero feed', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
    await loadSmallElection(database.client.db);
  });
  afterEach(() => database.drop());

  const listPaths = async (edition: number) => {
    const rows = await database.client.db.execute<{ path: string }>(
      sql`select path from published.file where edition = ${edition} order by 1`,
    );
    return rows.map(({ path }) => path);
  };
  const readSummary = async () => {
    const [row] = await database.connectAs('saylau_web').db.execute<{ text: string }>(sql`
      select convert_from(bytes, 'UTF8') as text from published.file where edition = 0 and path = 'summary.json'`);
    return SummaryFile.parse(JSON.parse(row?.text ?? ''));
  };

  it('is the newest public edition, and no release, with the paths of the results', async () => {
    await putSmallZeroFeed(database);
    expect(await readSummary()).toMatchObject({ edition: 0, status: 'pre-election', isTest: true });
    expect(await getFeed(database.client.db)).toMatchObject({ release: null, results: { edition: 0 } });
    const before = await listPaths(0);
    await releaseSmallEdition(database);
    expect(await listPaths(1)).toEqual(before);
    expect(await getFeed(database.client.db)).toMatchObject({ release: { edition: 1 }, results: { edition: 1 } });
  });

  it('is replaced whole when a candidacy changes, by several at once too', async () => {
    await putSmallZeroFeed(database);
    const hash = (await getFeed(database.client.db)).results?.manifestHash;
    const [change] = smallElection.candidacyChanges;
    if (!change) throw new Error('no change');
    const { candidacyId, ...decision } = change;
    await announceCandidacyChange(database.client.db, candidacyId, decision);
    await Promise.all([putSmallZeroFeed(database), putSmallZeroFeed(database)]);
    expect((await readSummary()).notEligible.map(({ candidacy }) => candidacy.id)).toEqual([candidacyId]);
    expect((await getFeed(database.client.db)).results?.manifestHash).not.toBe(hash);
  });

  it('stays as it was once results are public', async () => {
    await putSmallZeroFeed(database);
    await releaseSmallEdition(database);
    const before = await listPaths(0);
    await expect(putSmallZeroFeed(database)).rejects.toThrow(/results are public/);
    expect(await listPaths(0)).toEqual(before);
  });
});
