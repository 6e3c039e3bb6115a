import { beforeAll, describe, expect, it } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { getOverview } from '#db/overview/getOverview.ts';
import type { View } from '#domain/overview/view.ts';
import { openTestDatabase } from '../../support/database.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { putMinutes, putWindow } from './minutes.ts';

const database = openTestDatabase();
let owner: DatabaseClient['db'];
let web: DatabaseClient['db'];
const everything = { regionCode: null, districtCode: null };
const country: View = { scope: { level: 'country', code: 'XX' }, reach: everything, place: everything };
const inA = { regionCode: 'XX-A', districtCode: null };
const regionA: View = { scope: { level: 'region', code: 'XX-A' }, reach: everything, place: inA };
const setClock = (at: string) => owner.execute(sql`update board.clock set origin_election = ${at}`);

beforeAll(async () => {
  owner = database.client.db;
  web = database.connectAs('saylau_web').db;
  await loadSmallElection(owner);
});

describe('stalled districts', () => {
  const stalls = async (view = country) =>
    (await getOverview(web, view)).stalls?.rows.map(({ code, kind, lately, expected }) => [
      code,
      kind,
      lately,
      expected,
    ]);

  it('are judged only while a channel was open in all the minutes judged', async () => {
    expect((await getOverview(web, country)).stalls).toBeNull();
    await putWindow(owner, 'online', '2020-10-01T00:00:00+06:00', '2020-10-02T20:00:00+06:00');
    await putWindow(owner, 'paper', '2020-10-02T08:00:00+06:00', '2020-10-02T11:50:00+06:00');
    expect((await getOverview(web, country)).stalls).toEqual({ rows: [], judged: 4 });
  });

  it('are those with no vote, or far fewer than the hour before lets expect, by the channels that are open', async () => {
    const hourBefore = '2020-10-02T11:00:00+06:00';
    await putMinutes(owner, 'XX-A-1', [[hourBefore, 0, 80]]);
    await putMinutes(owner, 'XX-A-2', [
      [hourBefore, 0, 400],
      ['2020-10-02T11:50:00+06:00', 0, 19],
    ]);
    await putMinutes(owner, 'XX-B-1', [
      [hourBefore, 0, 400],
      ['2020-10-02T11:50:00+06:00', 0, 20],
    ]);
    // Paper has closed meanwhile: nothing more is to be expected of it.
    await putMinutes(owner, 'XX-B-2', [[hourBefore, 0, 800, 'paper']]);
    expect(await stalls()).toEqual([
      ['XX-A-1', 'silent', 0, 20],
      ['XX-A-2', 'slow', 19, 100],
    ]);
    expect(await stalls(regionA)).toHaveLength(2);
    const { parts } = await getOverview(web, country);
    expect(parts.map((part) => part.stalls)).toEqual([2, 0]);
  });

  it('follow the limits of the detector, and none stalls after the close', async () => {
    await owner.execute(
      sql`update ops.detector_limit set value = 21 where detector = 'no_votes' and name = 'expected'`,
    );
    expect(await stalls()).toEqual([['XX-A-2', 'slow', 19, 100]]);
    await setClock('2020-10-02T20:01:00+06:00');
    expect((await getOverview(web, country)).stalls).toBeNull();
    await setClock('2020-10-02T12:00:00+06:00');
  });
});

describe('refusals', () => {
  const refuse = (district: string, reason: string, refused: number) =>
    owner.execute(sql`
      insert into board.turnout_refusal (district_code, channel, reason, refused, shown_refused)
      values (${district}, 'online', ${reason}, ${refused}, ${refused})
      on conflict (district_code, channel, reason) do update set refused = excluded.refused, shown_refused = excluded.shown_refused`);
  const sample = (at: string, region: string, reason: string, refused: number) =>
    owner.execute(sql`
      insert into ops.refusal_sample (at, region_code, reason, refused) values (${`2020-10-02T${at}+06`}, ${region}, ${reason}, ${refused})`);

  it('are told by reason in all, and how they grew only where samples reach back', async () => {
    await refuse('XX-A-1', 'ip_used', 100);
    await refuse('XX-A-2', 'ip_used', 11);
    await refuse('XX-B-1', 'ip_used', 1_000);
    await refuse('XX-B-1', 'not_on_roll', 5);
    expect((await getOverview(web, country)).refusals).toMatchObject({
      minutes: { lately: null, lastHour: null, hourBefore: null },
      byReason: [
        { reason: 'not_on_roll', total: 5, lately: null },
        { reason: 'ip_used', total: 1_111, lately: null },
      ],
    });
  });

  it('grew by what the samples of ten, sixty and a hundred and twenty minutes ago do not have', async () => {
    await sample('11:50', 'XX-A', 'ip_used', 101);
    await sample('11:50', 'XX-B', 'ip_used', 900);
    await sample('11:49', 'XX-B', 'ip_used', 1);
    await sample('10:58', 'XX-A', 'ip_used', 50);
    await sample('10:58', 'XX-B', 'ip_used', 500);
    await sample('10:00', 'XX-A', 'ip_used', 40);
    await sample('10:00', 'XX-B', 'ip_used', 470);
    const all = (await getOverview(web, country)).refusals;
    expect(all.minutes).toEqual({ lately: 10, lastHour: 62, hourBefore: 58 });
    expect(all.byReason).toEqual([
      { reason: 'not_on_roll', total: 5, lately: 5, lastHour: 5, hourBefore: 0 },
      { reason: 'ip_used', total: 1_111, lately: 110, lastHour: 561, hourBefore: 40 },
    ]);
    const ofA = (await getOverview(web, regionA)).refusals;
    expect(ofA.byReason).toEqual([{ reason: 'ip_used', total: 111, lately: 10, lastHour: 61, hourBefore: 10 }]);
  });

  it('of a district have no samples', async () => {
    const place = { regionCode: 'XX-A', districtCode: 'XX-A-1' };
    const view: View = { scope: { level: 'district', code: 'XX-A-1' }, reach: place, place };
    expect((await getOverview(web, view)).refusals.byReason).toEqual([
      { reason: 'ip_used', total: 100, lately: null, lastHour: null, hourBefore: null },
    ]);
  });

  it('of all reasons are known to the minute', async () => {
    for (const [minute, refused] of [
      ['09:59', 1_000],
      ['10:00', 1],
      ['10:59', 2],
      ['11:00', 4],
      ['11:49', 8],
      ['11:50', 16],
      ['11:59', 32],
      ['12:00', 1_000],
    ] as const)
      await owner.execute(sql`
        insert into board.turnout_minute (unit_code, minute, channel, authorized, refused, voted)
        values ('XX', ${`2020-10-02T${minute}+06`}, 'station', 0, ${refused}, 0)`);
    expect((await getOverview(web, country)).refusals.all).toEqual({ lately: 48, lastHour: 60, hourBefore: 3 });
  });
});
