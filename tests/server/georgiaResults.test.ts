import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { type DatabaseClient, sql } from '#db/client.ts';
import { announcePublication, announceWindow } from '#db/commands/announce.ts';
import { loadElection } from '#db/commands/loadElection.ts';
import { releaseDue } from '#db/commands/releaseDue.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { recordVerdict } from '#db/counting/recordVerdict.ts';
import { plainBytes } from '#db/queries/plainBytes.ts';
import type { Unit } from '#domain/geography.ts';
import { ContestFile, DistrictFile, RegionFile, SummaryFile } from '#domain/results/resultFiles.ts';
import { resultPaths } from '#domain/results/resultPaths.ts';
import { shareOfContest } from '#domain/results/share.ts';
import { countEdition } from '#server/counting/countEdition.ts';
import { publishZeroFeed } from '#server/counting/zeroFeed.ts';
import { readPackage } from '#server/packages/readPackage.ts';
import { createSigningKey } from '#server/press/signingKey.ts';
import { clockAt } from '#server/rehearsal/clocks.ts';
import { openTestDatabase } from '../support/database.ts';
import {
  candidacyIdOf,
  georgiaSource,
  hasGeorgia,
  presidentContest,
  readExpected,
  readPrecincts,
  readResults,
  writeGeorgiaPackage,
} from '../support/georgiaPackage.ts';
import { hasPrograms } from '../support/hasPrograms.ts';
import { hasSchema, schemaProblems } from './press/nistReport.ts';

const hasTools = hasPrograms('unzip', 'openssl', 'sha256sum');

if (!hasGeorgia) process.stderr.write(`skipped: the election of Georgia 2013 is not at ${georgiaSource}\n`);

const closed = Date.parse('2013-10-28T08:00:00+04:00');
const publication = Date.parse('2013-10-28T12:00:00+04:00');

describe.skipIf(!hasGeorgia)('the results of Georgia 2013, from its tables to the published files', () => {
  const database = openTestDatabase();
  let folder = '';
  let units: Unit[] = [];
  let counting: DatabaseClient;
  let web: DatabaseClient;

  const results = hasGeorgia ? readResults() : [];
  const precincts = hasGeorgia ? readPrecincts() : [];
  const sum = <T extends { district_code: string }>(
    rows: readonly T[],
    districtCode: string,
    figureOf: (row: T) => number,
  ) => rows.filter((row) => row.district_code === districtCode).reduce((total, row) => total + figureOf(row), 0);
  const invalidOf = (districtCode: string) => sum(precincts, districtCode, ({ invalid }) => invalid);
  const validOf = (districtCode: string) => sum(results, districtCode, ({ votes }) => votes);
  const votesIn = (districtCodes: readonly string[]) => {
    const votes = new Map<string, number>();
    for (const { district_code, candidate_no, votes: count } of results) {
      const id = candidacyIdOf(candidate_no);
      if (districtCodes.includes(district_code)) votes.set(id, (votes.get(id) ?? 0) + count);
    }
    return Object.fromEntries(votes);
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saylau-georgia-results-'));
    writeGeorgiaPackage(folder);
    const source = await readPackage(folder);
    units = source.units;
    const { client } = database;
    await loadElection(client.db, source, { isTest: true, clock: clockAt(closed, 0) });
    for (const change of source.election.windows) await announceWindow(client.db, change);
    for (const change of source.election.publications) await announcePublication(client.db, change);
    for (const code of districtCodes())
      await reportTurnout(
        client,
        code,
        sum(precincts, code, ({ voted_20h }) => voted_20h),
      );
    await foldTurnout(client.db);
    counting = database.connectAs('saylau_counting');
    web = database.connectAs('saylau_web');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const districtCodes = () => units.filter(({ level }) => level === 'district').map(({ code }) => code);
  const published = async (path: string) => {
    const [file] = await web.db.execute<{ bytes: Buffer | null; gzip: Buffer | null }>(
      sql`select bytes, gzip from published.file where edition = 1 and path = ${path}`,
    );
    return file ? plainBytes(file) : Buffer.from('nothing');
  };
  const read = async <T>(path: string, schema: z.ZodType<T>) =>
    schema.parse(JSON.parse((await published(path)).toString()));

  it('imports results.csv, sealed whole, and releases it when two have approved and its time has come', async () => {
    const path = join(folder, 'protocols.csv');
    writeFileSync(
      path,
      stringify(
        results.map(({ district_code: code, candidate_no, votes }) => {
          const invalid = invalidOf(code);
          return [presidentContest, code, candidacyIdOf(candidate_no), votes, validOf(code) + invalid, 0, invalid];
        }),
        {
          header: true,
          columns: ['contest_id', 'district_code', 'candidacy_id', 'votes', 'ballots', 'blank', 'invalid'],
        },
      ),
    );
    const signingKey = createSigningKey();
    await publishZeroFeed(counting, signingKey);
    const databases = { board: counting, vote: counting };
    const draft = await countEdition(databases, { kind: 'protocols', path }, { by: 'Nino', reason: null, signingKey });
    expect(draft).toMatchObject({ number: 1, contests: 1, withheld: 0, tied: 0 });

    const aggregator = database.connectAs('saylau_aggregator');
    await recordVerdict(counting.db, { ...draft, person: 'Giorgi', verdict: 'approved', reason: null });
    await setBoardClock(database.client.db, clockAt(publication, 0));
    expect(await releaseDue(aggregator.db)).toBeNull();
    await setBoardClock(database.client.db, clockAt(closed, 0));
    await recordVerdict(counting.db, { ...draft, person: 'Tamar', verdict: 'approved', reason: null });
    expect(await releaseDue(aggregator.db)).toBeNull();
    await setBoardClock(database.client.db, clockAt(publication, 0));
    expect(await releaseDue(aggregator.db)).not.toBeNull();
  });

  it('publishes 1,012,569 votes and 62.12 % of valid votes for the winner, and the figures of all others', async () => {
    const { contest } = await read(resultPaths.contest(presidentContest), ContestFile);
    const expected = readExpected();
    expect(contest.figures).toMatchObject({ votes: expected.valid_votes, invalid: expected.totals.invalid, blank: 0 });
    const told = contest.candidacies.map(({ names, votes }) => ({
      name_en: names.en,
      votes,
      percent: (shareOfContest(votes, contest.figures, contest.shareOf) ?? 0) / 100,
    }));
    expect(told).toEqual(expected.candidates);
    expect(told[0]).toEqual({ name_en: 'Giorgi Margvelashvili', votes: 1_012_569, percent: 62.12 });
    expect(contest.candidacies.map(({ outcome }) => outcome)).toEqual(['elected', ...Array(22).fill('not_elected')]);
    const summary = await read(resultPaths.summary, SummaryFile);
    expect(summary.contests[0]?.winners.map(({ id, votes }) => ({ id, votes }))).toEqual([
      { id: contest.candidacies[0]?.id, votes: 1_012_569 },
    ]);
    expect(summary.turnout).toMatchObject({ eligible: expected.totals.eligible, voted: expected.totals.voted_20h });
  });

  it('publishes for every region and district the sums of the source', async () => {
    const { contest } = await read(resultPaths.contest(presidentContest), ContestFile);
    expect(contest.areas.flatMap(({ districtCodes: codes }) => codes).sort()).toEqual(districtCodes().sort());
    for (const area of contest.areas) {
      const [code = ''] = area.districtCodes;
      const invalid = invalidOf(code);
      expect(area).toMatchObject({
        districtCodes: [code],
        invalid,
        votes: validOf(code),
        ballots: validOf(code) + invalid,
      });
      expect(area.votesByCandidacy).toEqual(votesIn([code]));
      expect((await read(resultPaths.district(code), DistrictFile)).contests[0]?.area).toEqual(area);
    }
    const regions = units.filter(({ level }) => level === 'region');
    expect(contest.regions).toHaveLength(regions.length);
    for (const { code } of regions) {
      const inside = units.filter(({ parentCode }) => parentCode === code).map((unit) => unit.code);
      const region = contest.regions.find(({ regionCodes }) => regionCodes.includes(code));
      expect([code, region?.votesByCandidacy]).toEqual([code, votesIn(inside)]);
      expect((await read(resultPaths.region(code), RegionFile)).turnout.voted).toBe(
        inside.reduce((total, district) => total + sum(precincts, district, ({ voted_20h }) => voted_20h), 0),
      );
    }
  });

  it.skipIf(!hasSchema)('publishes a NIST file that the schema accepts, with the same votes', async () => {
    const report: unknown = JSON.parse((await published('nist-sp-1500-100.json')).toString());
    expect(schemaProblems(report)).toEqual([]);
    expect(JSON.stringify(report)).toContain('1012569');
  });

  it.skipIf(!hasTools)('publishes a bundle that sha256sum and openssl verify as its verify.txt says', async () => {
    writeFileSync(join(folder, 'bundle.zip'), await published('bundle.zip'));
    const lines = (await published('verify.txt')).toString().split('\n');
    const commands = lines
      .flatMap((line) => /^ {3}((?:unzip|sha256sum|openssl) .*)$/.exec(line)?.[1] ?? [])
      .slice(0, 4);
    expect(commands.map((command) => command.split(' ')[0])).toEqual(['unzip', 'sha256sum', 'openssl', 'openssl']);
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', commands.join('\n')], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Signature Verified Successfully');
  });
});

async function reportTurnout({ db }: DatabaseClient, districtCode: string, voted: number): Promise<void> {
  await db.execute(sql`
    insert into vote.turnout_correction (district_code, channel, delta_voted, reason, decided_by, occurred_at)
    values (${districtCode}, 'station', ${voted}, 'sum of its precincts', 'commission', '2013-10-27T20:00:00+04:00')`);
}
