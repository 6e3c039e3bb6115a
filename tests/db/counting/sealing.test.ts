import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { announcePublication } from '#db/commands/announce.ts';
import { releaseDue } from '#db/commands/releaseDue.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { getDraft } from '#db/counting/getDraft.ts';
import { getPreviousContests } from '#db/counting/getPreviousContests.ts';
import { recordLot, voidLot } from '#db/counting/recordLot.ts';
import { liftRetraction, recordRetraction } from '#db/counting/recordRetraction.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import { plainBytes } from '#db/queries/plainBytes.ts';
import type { VerdictKind } from '#domain/results/draftState.ts';
import { sealDraft } from '#server/counting/sealDraft.ts';
import { clockAt } from '#server/rehearsal/clocks.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { approveTwice, releaseSmallEdition, sealSmallEdition, testSigningKey } from '../../support/releaseEdition.ts';
import { loadSmallElection } from '../../support/smallElection.ts';

interface PublishedRow extends Record<string, unknown> {
  sha256: Buffer;
  size: number;
  bytes: Buffer | null;
  gzip: Buffer | null;
  br: Buffer | null;
}

const names = (name: string) => ({ kk: name, ru: name, en: name });
const publishAt = '2020-10-05T12:00:00+06:00';

describe('a sealed edition', () => {
  let database: TestDatabase;
  let counting: DatabaseClient;
  let aggregator: DatabaseClient;
  beforeEach(async () => {
    database = await createTestDatabase();
    counting = database.connectAs('saylau_counting');
    aggregator = database.connectAs('saylau_aggregator');
    await loadSmallElection(database.client.db);
    const change = {
      publishAt,
      announcedAt: '2020-09-01T00:00:00+06:00',
      reason: null,
      decidedBy: names('commission'),
    };
    await announcePublication(database.client.db, change);
  });
  afterEach(() => database.drop());

  const moveTo = (text: string) => setBoardClock(database.client.db, clockAt(Date.parse(text), 0));
  const count = async (what: ReturnType<typeof sql>) => {
    const [row] = await database.client.db.execute<{ count: string }>(sql`select count(*) from ${what}`);
    return Number(row?.count);
  };
  const judge = (
    person: string,
    verdict: VerdictKind,
    draft: { editionId: number; manifestHash: string },
    reason = 'a wrong sum',
  ) => recordVerdict(counting.db, { ...draft, person, verdict, reason });

  it('is released when two people approved it and its time has come, and not a moment before', async () => {
    const draft = await sealSmallEdition(database);
    await judge('Aisha', 'approved', draft);
    await moveTo(publishAt);
    expect(await releaseDue(aggregator.db)).toBe(null);
    await moveTo('2020-10-05T11:59:59.999+06:00');
    await judge('Bolat', 'approved', draft);
    expect(await releaseDue(aggregator.db)).toBe(null);
    expect((await getDraft(counting.db)).state).toBe('ready');
    await moveTo(publishAt);
    expect(await releaseDue(aggregator.db)).toBeTypeOf('number');
    expect(await releaseDue(aggregator.db)).toBe(null);
    expect((await getDraft(counting.db)).state).toBe('released');
    const [edition] = await database.client.db.execute(
      sql`select number, released_at, approved_by, manifest_hash from published.edition`,
    );
    expect(edition).toEqual({
      number: 1,
      released_at: '2020-10-05 06:00:00+00',
      approved_by: ['Aisha', 'Bolat'],
      manifest_hash: draft.manifestHash,
    });
    expect(await count(sql`published.candidacy`)).toBe(draft.edition.contests.flatMap((c) => c.candidacies).length);
    expect(await getPreviousContests(counting.db)).toEqual(draft.edition.contests);
  });

  it('is released byte for byte as it was sealed', async () => {
    const { files } = await releaseSmallEdition(database);
    const released = await database.client.db.execute<PublishedRow>(
      sql`select sha256, size, bytes, gzip, br from published.file where edition = 1`,
    );
    const isWhole = (row: PublishedRow) => createHash('sha256').update(plainBytes(row)).digest().equals(row.sha256);
    expect([released.length, released.filter((row) => !isWhole(row)).length]).toEqual([files, 0]);
    expect(
      released.filter(({ size, gzip, br }) => gzip && br && gzip.length < size && br.length < size).length,
    ).toBeGreaterThan(10);
  });

  it('is released once by ten aggregators at once', async () => {
    await approveTwice(database, await sealSmallEdition(database));
    await moveTo(publishAt);
    const versions = await Promise.all(Array.from({ length: 10 }, () => releaseDue(aggregator.db)));
    expect(versions.filter((version) => version !== null).length).toBe(1);
    expect(await count(sql`published.edition`)).toBe(1);
  });

  it('is not approved twice by one person, however the name is written', async () => {
    const draft = await sealSmallEdition(database);
    await judge('Айгүл Әлиева', 'approved', draft);
    for (const name of ['АЙГҮЛ ӘЛИЕВА', ' айгүл  әлиева ', 'Айгүл Әлиева\u200b', 'Айгүл-Әлиева.']) {
      await expect(judge(name, 'approved', draft)).rejects.toThrow(/has approved already/);
    }
    await expect(judge(' . ', 'approved', draft)).rejects.toThrow(/expected the name of a person/);
    expect((await getDraft(counting.db)).state).toBe('approved by one');
  });

  it('is stopped by one objection, also of somebody who had approved it', async () => {
    const draft = await sealSmallEdition(database);
    await approveTwice(database, draft);
    await expect(judge('Aisha Omarova', 'objected', draft, ' ')).rejects.toThrow(/needs a reason/);
    await judge('Aisha Omarova', 'objected', draft);
    await expect(judge('Aisha Omarova', 'approved', draft)).rejects.toThrow(/already/);
    await moveTo(publishAt);
    expect(await releaseDue(aggregator.db)).toBe(null);
    expect((await getDraft(counting.db)).state).toBe('objected');
  });

  it('is approved by its hash only', async () => {
    const draft = await sealSmallEdition(database);
    const other = { ...draft, manifestHash: 'f'.repeat(64) };
    const error: unknown = await judge('Aisha', 'approved', other).catch((reason: unknown) => reason);
    expect(String(error)).toContain(`the hash of the draft is not ${other.manifestHash}`);
    expect(String(error)).not.toContain(draft.manifestHash.slice(0, 12));
    await expect(
      judge('Aisha', 'approved', { ...draft, manifestHash: draft.manifestHash.slice(0, 11) }),
    ).rejects.toThrow(/first 12/);
    await judge('Aisha', 'approved', { ...draft, manifestHash: draft.manifestHash.slice(0, 12).toUpperCase() });
  });

  it('is not judged after its release, nor once another draft has its place', async () => {
    const first = await sealSmallEdition(database);
    const second = await sealSmallEdition(database, { votesOf: () => 20 });
    await expect(judge('Aisha', 'approved', first)).rejects.toThrow(/another draft has taken the place/);
    await approveTwice(database, second);
    await moveTo(publishAt);
    await releaseDue(aggregator.db);
    await expect(judge('Chingiz', 'objected', second)).rejects.toThrow(/edition 1 is released/);
    await expect(judge('Chingiz', 'approved', { ...second, editionId: 99 })).rejects.toThrow(/no draft 99/);
  });

  it('waits for its approvals again when it takes the place of an approved one', async () => {
    await approveTwice(database, await sealSmallEdition(database));
    await sealSmallEdition(database, { votesOf: () => 20 });
    await moveTo(publishAt);
    expect(await releaseDue(aggregator.db)).toBe(null);
    expect((await getDraft(counting.db)).state).toBe('sealed');
  });

  it('is refused with a number that was released meanwhile, and leaves nothing behind', async () => {
    const { edition } = await releaseSmallEdition(database);
    const late = { edition, source: 'protocols', by: 'Late', signingKey: testSigningKey, lastAct: 0 } as const;
    await expect(sealDraft(counting, late)).rejects.toThrow(/edition 1 was released meanwhile: count again/);
    expect(await count(sql`sealed.edition`)).toBe(1);
  });
  it('waits for a new count when a lot was drawn or a contest taken back since', async () => {
    await approveTwice(database, await sealSmallEdition(database));
    await moveTo(publishAt);
    await recordRetraction(counting.db, { contestId: 'council-A', reason: names('complaint'), decidedBy: 'court' });
    expect((await getDraft(counting.db)).state).toBe('out of date');
    expect(await releaseDue(aggregator.db)).toBe(null);
    const draft = await sealSmallEdition(database);
    expect(draft.withheld).toBe(1);
    await liftRetraction(counting.db, 'council-A', 'court');
    await expect(liftRetraction(counting.db, 'council-A', 'court')).rejects.toThrow(/not taken back/);
    await approveTwice(database, draft);
    expect(await releaseDue(aggregator.db)).toBe(null);
    const last = await sealSmallEdition(database);
    await approveTwice(database, last);
    expect([last.withheld, await releaseDue(aggregator.db)]).toEqual([0, expect.any(Number)]);
  });

  it('is decided by the lot that was drawn for its tie', async () => {
    const votesOf = () => 20;
    expect((await sealSmallEdition(database, { votesOf })).tied).toBe(3);
    const order = ['council-A-1-2', 'council-A-1-3', 'council-A-1-1'];
    const lot = { contestId: 'council-A-1', order, drawnBy: 'Chair', recordedBy: 'Clerk' };
    await expect(recordLot(counting.db, { ...lot, order: ['council-A-1-2', 'nobody'] })).rejects.toThrow(
      /no candidacy nobody/,
    );
    await expect(recordLot(counting.db, { ...lot, order: ['council-A-1-2', 'council-A-1-2'] })).rejects.toThrow(/once/);
    await recordLot(counting.db, lot);
    const draft = await sealSmallEdition(database, { votesOf });
    const contest = draft.edition.contests.find(({ id }) => id === 'council-A-1');
    expect([draft.tied, contest?.candidacies[0]?.id, contest?.tie?.lot?.drawnBy]).toEqual([
      2,
      'council-A-1-2',
      'Chair',
    ]);
    await voidLot(counting.db, 'council-A-1', 'Clerk');
    expect((await sealSmallEdition(database, { votesOf })).tied).toBe(3);
  });

  it('corrects the edition before it, which stays', async () => {
    await releaseSmallEdition(database);
    await expect(sealSmallEdition(database)).rejects.toThrow();
    const second = await releaseSmallEdition(database, { votesOf: () => 20, reason: names('a recount') });
    expect(second.edition.changes.length).toBeGreaterThan(0);
    const rows = await database.client.db.execute<{ number: number; files: string }>(sql`
      select e.number, (select count(*) from published.file f where f.edition = e.number) as files
      from published.edition e order by 1`);
    expect(rows.map(({ number, files }) => [number, Number(files)])).toEqual([
      [1, second.files],
      [2, second.files],
    ]);
  });
});
