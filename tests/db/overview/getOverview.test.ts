import { beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { getOverview } from '#db/overview/getOverview.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { chooseView } from '#domain/overview/view.ts';
import type { Place } from '#domain/staff/policy.ts';
import { openTestDatabase } from '../../support/database.ts';
import { fileOne, passSeconds } from '../../support/incidents.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { putCase } from '../../support/violations.ts';
import { putMinutes, putWindow } from './minutes.ts';

const database = openTestDatabase();
let owner: DatabaseClient['db'];
let web: DatabaseClient['db'];

const units = [
  { code: 'XX', level: 'country' },
  { code: 'XX-A', level: 'region' },
  { code: 'XX-B', level: 'region' },
  { code: 'XX-A-1', level: 'district' },
] as const;
const anywhere: Place = { regionCode: null, districtCode: null };
const read = (person: Place, region: string | null = null) => getOverview(web, chooseView(person, units, region));
const titles = ({ incidents }: Pick<Overview, 'incidents'>) => incidents.rows.map(({ title }) => title.en);

/** Noon of the second day in Almaty, where the clock of the small election stands. */
beforeAll(async () => {
  owner = database.client.db;
  web = database.connectAs('saylau_web').db;
  await loadSmallElection(owner);
  await putWindow(owner, 'online', '2020-10-01T11:30:00+06:00', '2020-10-03T14:00:00+06:00');
});

describe('the flow', () => {
  it('has the votes and authorizations of every whole minute, and those of the same minutes of yesterday', async () => {
    await putMinutes(owner, 'XX-A-1', [
      ['2020-10-02T11:59:00+06:00', 7, 5],
      ['2020-10-02T11:59:00+06:00', 0, 2, 'paper'],
      ['2020-10-02T11:30:00+06:00', 4, 3],
      // Not whole yet, and before the span.
      ['2020-10-02T12:00:00+06:00', 100, 100],
      ['2020-10-02T08:59:00+06:00', 100, 100],
      ['2020-10-01T11:59:00+06:00', 9, 8],
      ['2020-10-01T11:30:00+06:00', 2, 1],
    ]);
    await putMinutes(owner, 'XX-B-1', [['2020-10-02T11:59:00+06:00', 10, 20]]);
    const { flow } = await read(anywhere);
    expect(flow?.minutes.length).toBe(180);
    expect(flow?.minutes.at(0)?.at).toBe(Date.parse('2020-10-02T09:00:00+06:00'));
    expect(flow?.minutes.at(-1)).toEqual({
      at: Date.parse('2020-10-02T11:59:00+06:00'),
      authorized: 17,
      voted: 27,
      authorizedYesterday: 9,
      votedYesterday: 8,
    });
    expect(flow?.minutes.at(-30)).toMatchObject({ voted: 3, votedYesterday: 1 });
    // Voting opened at 11:30 the day before: there was none in the minute before.
    expect(flow?.minutes.at(-31)).toMatchObject({ voted: 0, votedYesterday: null });
    const ofA = await read(anywhere, 'XX-A');
    expect(ofA.flow?.minutes.at(-1)).toMatchObject({ authorized: 7, voted: 7, votedYesterday: 8 });
  });

  it('has the incidents that lie over it, without those that nothing was behind', async () => {
    const number = await fileOne(owner, { severity: 'critical', title: { en: 'Over and done' } });
    const copy = await fileOne(owner, { title: { en: 'A copy' } });
    const old = await fileOne(owner, { title: { en: 'Long ago' } });
    await owner.execute(sql`update ops.incident set state = 'resolved', outcome = 'fixed',
      opened_at = '2020-10-02T08:00+06', resolved_at = '2020-10-02T09:01+06' where number = ${number}`);
    await owner.execute(sql`update ops.incident set state = 'resolved', outcome = 'fixed',
      opened_at = '2020-10-02T08:00+06', resolved_at = '2020-10-02T09:00+06' where number = ${old}`);
    await owner.execute(sql`update ops.incident set state = 'resolved', outcome = 'duplicate', duplicate_of = ${number},
      opened_at = '2020-10-02T10:00+06', resolved_at = '2020-10-02T11:01+06' where number = ${copy}`);
    const { flow } = await read(anywhere);
    expect(flow?.incidents.map(({ title }) => title.en)).toEqual(['Over and done']);
  });
});

describe('the parts', () => {
  it('have the votes of the last hour and of the same hour of yesterday, turnout and what is open', async () => {
    await fileOne(owner, {
      severity: 'minor',
      title: { en: 'Minor in A-1' },
      unitCodes: ['XX-A-1'],
      place: { regionCode: 'XX-A', districtCode: 'XX-A-1' },
    });
    await fileOne(owner, { severity: 'critical', title: { en: 'In both' }, unitCodes: ['XX-A', 'XX-A-1', 'XX-B'] });
    await fileOne(owner, { title: { en: 'Everywhere' } });
    await putCase(owner, { unitCode: 'XX-A-1' });
    const late = await putCase(owner, { unitCode: 'XX-A-2' });
    await owner.execute(sql`update ops.violation set state_since = '2020-10-01T11:59:59+06' where number = ${late}`);
    const { parts, cases } = await read(anywhere);
    expect(parts.map(({ code }) => code)).toEqual(['XX-A', 'XX-B']);
    expect(parts[0]).toMatchObject({
      eligible: 2_000,
      votedInHour: 10,
      // It opened half an hour into that hour.
      votedInHourYesterday: null,
      open: { critical: 1, major: 0, minor: 1 },
      casesOpen: 2,
      casesOverDay: 1,
    });
    expect(parts[1]).toMatchObject({ votedInHour: 20, open: { critical: 1, major: 0, minor: 0 }, casesOpen: 0 });
    expect(cases[0]).toEqual({
      ...{ state: 'received', cases: 2, medianHours: 0, p90Hours: 25, oldestHours: 25, overDay: 1 },
    });
    const ofA = await read(anywhere, 'XX-A');
    expect(ofA.parts.map(({ code, open, casesOpen }) => [code, open.minor, open.critical, casesOpen])).toEqual([
      ['XX-A-1', 1, 1, 1],
      ['XX-A-2', 0, 0, 1],
    ]);
  });
});

describe('open incidents', () => {
  it('are counted by severity and age on the election’s clock, the worst and oldest first', async () => {
    await passSeconds(owner, 14 * 60 + 59);
    expect((await read(anywhere)).incidents.ages).toEqual({
      critical: [1, 0, 0, 0],
      major: [1, 0, 0, 0],
      minor: [1, 0, 0, 0],
    });
    await passSeconds(owner, 1);
    const { incidents } = await read(anywhere);
    expect(incidents.ages).toEqual({ critical: [0, 1, 0, 0], major: [0, 1, 0, 0], minor: [0, 1, 0, 0] });
    expect(incidents.unacknowledged).toBe(3);
    expect(titles({ incidents })).toEqual(['In both', 'Everywhere', 'Minor in A-1']);
    await passSeconds(owner, -900);
  });

  it('of a region are also those of several and of the whole country, for who may see them', async () => {
    expect(titles(await read(anywhere, 'XX-A'))).toEqual(['In both', 'Everywhere', 'Minor in A-1']);
    expect(titles(await read(anywhere, 'XX-B'))).toEqual(['In both', 'Everywhere']);
  });

  it('nobody sees of another region, nor of another district', async () => {
    const ofA = await read({ regionCode: 'XX-A', districtCode: null }, 'XX-B');
    expect([ofA.scope.code, titles(ofA), ofA.critical]).toEqual(['XX-A', ['Minor in A-1'], []]);
    expect(ofA.parts.map(({ code, open }) => [code, open.critical])).toEqual([
      ['XX-A-1', 0],
      ['XX-A-2', 0],
    ]);
    const ofB = await read({ regionCode: 'XX-B', districtCode: null }, 'XX-A');
    expect([titles(ofB), ofB.flow?.incidents, JSON.stringify(ofB).includes('XX-A')]).toEqual([[], [], false]);
    const ofDistrict = await read({ regionCode: 'XX-A', districtCode: 'XX-A-1' });
    expect([titles(ofDistrict), ofDistrict.cases[0]?.cases, ofDistrict.parts]).toEqual([['Minor in A-1'], 1, []]);
    expect(ofDistrict.figures.eligible).toBe(1_000);
  });

  it('that are critical are told whatever region is looked at', async () => {
    const [here, elsewhere] = [await read(anywhere), await read(anywhere, 'XX-A')];
    expect(here.critical.length).toBe(1);
    expect(elsewhere.critical).toEqual(here.critical);
  });
});
