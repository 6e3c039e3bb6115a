import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLedger } from '#db/aggregate/checkLedger.ts';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { getBoard } from '#db/queries/getBoardState.ts';
import { listCorrections } from '#db/queries/listCorrections.ts';
import { readPackage } from '#server/packages/readPackage.ts';
import { announceBetween, playUntil } from '#server/rehearsal/playVoting.ts';
import { prepareRehearsal } from '#server/rehearsal/prepareRehearsal.ts';
import type { Rehearsal } from '#server/rehearsal/rehearsal.ts';
import { openTestDatabase } from '../support/database.ts';
import {
  georgiaSource,
  hasGeorgia,
  readExpected,
  readPrecincts,
  writeGeorgiaPackage,
} from '../support/georgiaPackage.ts';

if (!hasGeorgia) process.stderr.write(`skipped: the election of Georgia 2013 is not at ${georgiaSource}\n`);

const at = (time: string) => Date.parse(`2013-10-27T${time}:00+04:00`);
const country = { level: 'country', code: 'GE' } as const;

describe.skipIf(!hasGeorgia)('the presidential election of Georgia 2013, played to its end', () => {
  const database = openTestDatabase();
  let folder = '';
  let rehearsal: Rehearsal;
  const databases = () => ({ vote: database.client, board: database.client });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saylau-georgia-'));
    writeGeorgiaPackage(folder);
    rehearsal = { source: await readPackage(folder), seed: 2013 };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const board = async (scope: Parameters<typeof getBoard>[1]) => {
    await foldTurnout(database.client.db);
    return getBoard(database.client.db, scope);
  };

  it('has the roll and the special lists apart, 12 regions and 74 districts', async () => {
    await prepareRehearsal(databases(), rehearsal, at('12:00'));
    const { rows } = await board(country);
    expect(rows[0]).toMatchObject({ eligible: readExpected().totals.eligible, specialList: 89_965 });
    expect(rows.length - 1).toBe(12);
    expect(rehearsal.source.units.filter(({ level }) => level === 'district').length).toBe(74);
    const [overseas] = (await board({ level: 'district', code: 'GE-D87' })).rows;
    expect(overseas).toMatchObject({ eligible: 0, specialList: 49_985 });
  });

  it('meets 608,511, 1,377,608 and 1,660,976 voters at 12:00, 17:00 and 20:00', { timeout: 180_000 }, async () => {
    const { totals } = readExpected();
    expect((await board(country)).rows[0]?.voted).toBe(totals.voted_12h);
    await playUntil(database.client, rehearsal, at('17:00'));
    expect((await board(country)).rows[0]?.voted).toBe(totals.voted_17h);
    await announceBetween(databases(), rehearsal.source, at('12:00'), at('20:00'));
    await playUntil(database.client, rehearsal, at('20:00'));
    expect((await board(country)).rows[0]?.voted).toBe(totals.voted_20h);
  });

  it('has in every region and district the sum of its precincts, and nothing held', async () => {
    const precincts = readPrecincts();
    for (const unit of rehearsal.source.units.filter(({ level }) => level === 'region')) {
      const { rows } = await board({ level: 'region', code: unit.code });
      const districts = rows.slice(1);
      for (const district of districts) {
        const voted = precincts
          .filter(({ district_code }) => district_code === district.code)
          .reduce((sum, { voted_20h }) => sum + voted_20h, 0);
        expect([district.code, district.voted, district.heldUnits]).toEqual([district.code, voted, 0]);
      }
      expect(rows[0]?.voted).toBe(districts.reduce((sum, { voted }) => sum + voted, 0));
    }
  });

  it('logs each precinct whose turnout fell during the day as a correction', async () => {
    const falls = readPrecincts().flatMap(({ district_code, precinct, voted_12h, voted_17h, voted_20h }) =>
      [[voted_12h, voted_17h] as const, [voted_17h, voted_20h] as const]
        .filter(([before, after]) => after < before)
        .map(
          ([before, after]) =>
            `${district_code}: The source's cumulative figure of station ${precinct} fell from ${before} to ${after}`,
        ),
    );
    const { total, corrections } = await listCorrections(database.client.db, 'GE', 100);
    expect(falls.length).toBeGreaterThan(0);
    expect(total).toBe(falls.length);
    expect(corrections.map(({ districtCode, reason }) => `${districtCode}: ${reason}`).sort()).toEqual(falls.sort());
    expect(falls).toContain("GE-D47: The source's cumulative figure of station 16 fell from 38 to 28");
  });

  it('leaves a clean ledger', { timeout: 120_000 }, async () => {
    expect((await checkLedger(database.client.db)).differences).toEqual([]);
  });
});
