import { beforeEach, describe, expect, it } from 'vitest';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { sql } from '#db/client.ts';
import { announceWindow } from '#db/commands/announce.ts';
import { raiseFalseAlarm } from '#db/incidents/raiseFalseAlarm.ts';
import { updateIncident } from '#db/incidents/updateIncident.ts';
import { lookOnce } from '#server/detectors/startDetectors.ts';
import { openTestDatabase } from '../support/database.ts';
import { inEnglish, officer, passSeconds } from '../support/incidents.ts';
import { loadSmallElection, smallElection } from '../support/smallElection.ts';

const noon = '2020-10-02T06:00:00Z';

describe('the detectors', () => {
  const database = openTestDatabase();
  let detectors: typeof database.client.db;
  beforeEach(async () => {
    const { db } = database.client;
    await db.execute(sql`truncate vote."authorization", vote.refusal, vote.ballot, vote.turnout_correction cascade`);
    await loadSmallElection(db);
    for (const change of smallElection.election.windows) await announceWindow(db, change);
    detectors ??= database.connectAs('saylau_detector').db;
  });

  /** `count` events of a district, spread over the minutes that end so many minutes before noon. */
  const write = (
    table: 'ballot' | 'authorization' | 'refusal',
    count: number,
    [from, to]: [number, number],
    district = 'XX-A-1',
  ) =>
    database.client.db.execute(sql`
      insert into ${sql.raw(`vote."${table}"`)} (district_code, channel, occurred_at ${sql.raw(table === 'refusal' ? ', reason' : '')})
      select ${district}, 'online', ${noon}::timestamptz - make_interval(secs => 60 * (${from} - ${from - to} * (n - 0.5) / ${count}::float8))
        ${sql.raw(table === 'refusal' ? ", 'ip_used'" : '')}
      from generate_series(1, ${count}) n`);
  const look = async () => {
    await foldTurnout(database.client.db);
    await database.client.db.execute(sql`update board.checkpoint set checked_at = clock_timestamp()`);
    return lookOnce(detectors);
  };
  const nothing = { opened: [], ended: [] };
  const found = () =>
    database.client.db.execute<{
      number: number;
      state: string;
      title: { en: string };
      is_public: boolean;
      evidence: object;
      row_version: number;
    }>(sql`
      select number, state, title, is_public, evidence, row_version from ops.incident order by number`);

  describe('of regions without votes', () => {
    it('speaks where votes were to be expected, with the figures, and ends when they come again', async () => {
      await write('ballot', 600, [75, 16]);
      await write('ballot', 600, [75, 0], 'XX-B-1');
      expect(await look()).toEqual({ opened: ['detector:no_votes:XX-A'], ended: [] });
      expect(await look()).toEqual(nothing);
      expect(await found()).toMatchObject([
        {
          title: { en: 'XX-A: no votes any more' },
          is_public: false,
          evidence: { detector: 'no_votes', minutesWithoutVotes: 15, votesExpected: 150, votesInHourBefore: 600 },
        },
      ]);
      await write('ballot', 1, [0.5, 0]);
      expect(await look()).toEqual(nothing);
      await write('ballot', 4, [4, 1]);
      expect(await look()).toEqual({ opened: [], ended: ['detector:no_votes:XX-A'] });
    });

    it('is one incident of the country where most regions are silent', async () => {
      await write('ballot', 600, [75, 16]);
      await write('ballot', 600, [75, 16], 'XX-B-1');
      expect(await look()).toEqual({ opened: ['detector:no_votes:XX'], ended: [] });
      const [incident] = await database.client.db.execute(sql`select severity, unit_codes, title from ops.incident`);
      expect(incident).toMatchObject({ severity: 'critical', unit_codes: [], title: { en: 'XX: no votes any more' } });
      await write('ballot', 5, [4, 1]);
      expect(await look()).toEqual({ opened: ['detector:no_votes:XX-B'], ended: ['detector:no_votes:XX'] });
    });

    it('judges a fast rehearsal up to what it has written', async () => {
      await write('ballot', 600, [75, 16]);
      await write('ballot', 600, [75, 16], 'XX-B-1');
      await database.client.db.execute(sql`update board.clock set speed = 900`);
      expect(await look()).toEqual(nothing);
    });

    it('keeps silent where few were to be expected, as at night', async () => {
      await write('ballot', 40, [75, 16]);
      expect(await look()).toEqual(nothing);
    });

    it('keeps silent before the window opens, and ends when it closes', async () => {
      await write('ballot', 600, [75, 16]);
      await look();
      const [window] = smallElection.election.windows;
      if (!window) throw new Error('no window');
      const closesAt = '2020-10-02T11:59:00+06:00';
      await announceWindow(database.client.db, { ...window, closesAt, announcedAt: '2020-10-02T11:58:00+06:00' });
      expect(await look()).toEqual({ opened: [], ended: ['detector:no_votes:XX-A'] });
      await passSeconds(database.client.db, -3_600 * 48);
      expect(await look()).toEqual(nothing);
    });

    it('does not flap: after an end it is silent for half an hour', async () => {
      await write('ballot', 600, [75, 16]);
      await look();
      const [incident] = await found();
      await updateIncident(database.client.db, officer('Dana'), incident?.number ?? 0, {
        rowVersion: 1,
        state: 'resolved',
        isPublic: false,
      });
      expect(await look()).toEqual(nothing);
      await passSeconds(database.client.db, 1_801);
      await write('ballot', 600, [40, -14]);
      expect(await look()).toEqual({ opened: ['detector:no_votes:XX-A'], ended: [] });
    });

    it('is silent for an hour after a false alarm', async () => {
      await write('ballot', 600, [75, 16]);
      await look();
      const [incident] = await found();
      await raiseFalseAlarm(database.client.db, officer('Dana'), incident?.number ?? 0, {
        rowVersion: 1,
        reason: inEnglish('A holiday'),
      });
      await passSeconds(database.client.db, 3_500);
      await write('ballot', 600, [10, -42]);
      expect(await look()).toEqual(nothing);
      await passSeconds(database.client.db, 101);
      expect(await look()).toMatchObject({ opened: ['detector:no_votes:XX-A'] });
    });
  });

  describe('of those authorized who do not vote', () => {
    it('speaks when far fewer do than before, and ends when most do again', async () => {
      await write('authorization', 600, [200, 31]);
      await write('ballot', 540, [200, 31]);
      await write('authorization', 200, [29, 0]);
      await write('ballot', 40, [29, 0]);
      expect(await look()).toEqual({ opened: ['detector:authorized_voted_gap:XX-A'], ended: [] });
      expect(await found()).toMatchObject([
        { evidence: { authorized: 200, voted: 40, votedExpected: 180, votedOf100Before: 90 } },
      ]);
      await write('ballot', 60, [20, 0]);
      expect(await look()).toEqual(nothing);
      await write('ballot', 40, [10, 0]);
      expect(await look()).toEqual({ opened: [], ended: ['detector:authorized_voted_gap:XX-A'] });
    });

    it('keeps silent where as many vote as before, be they few', async () => {
      await write('authorization', 600, [200, 31]);
      await write('ballot', 240, [200, 31]);
      await write('authorization', 200, [29, 0]);
      await write('ballot', 60, [29, 0]);
      expect(await look()).toEqual(nothing);
    });
  });

  describe('of refusals', () => {
    const minutePasses = async (minutes: number) => {
      await passSeconds(database.client.db, minutes * 60);
    };

    it('speaks of one reason that surges, names its regions, and ends when it is over', async () => {
      await write('authorization', 1, [500, 499]);
      await write('ballot', 1, [500, 499]);
      for (let round = 0; round < 7; round += 1) {
        await write('refusal', 20, [1, 0]);
        expect(await look()).toEqual(nothing);
        await minutePasses(10);
      }
      await write('refusal', 30, [1, 0], 'XX-A-1');
      await write('refusal', 370, [1, 0], 'XX-B-1');
      expect(await look()).toEqual({ opened: ['detector:refusal_surge:ip_used'], ended: [] });
      const [incident] = await found();
      expect(incident).toMatchObject({
        evidence: { reason: 'ip_used', refused: 400, refusedUsually: 20, regions: { 'XX-B': 370, 'XX-A': 30 } },
      });
      expect(incident?.title.en).toMatch(/^Refusals surge: IP address/);
      await minutePasses(10);
      await write('refusal', 150, [1, 0]);
      expect(await look()).toEqual(nothing);
      await minutePasses(10);
      await write('refusal', 25, [1, 0]);
      expect(await look()).toEqual({ opened: [], ended: ['detector:refusal_surge:ip_used'] });
    });
  });

  it('see that the vote database is not read any more, and say nothing of voting meanwhile', async () => {
    await write('ballot', 600, [75, 16]);
    await foldTurnout(database.client.db);
    const lag = (seconds: number) =>
      database.client.db.execute(
        sql`update board.checkpoint set checked_at = clock_timestamp() - make_interval(secs => ${seconds})`,
      );
    await lag(20);
    expect(await lookOnce(detectors)).toEqual(nothing);
    await lag(31);
    expect(await lookOnce(detectors)).toEqual({ opened: ['detector:feed_lag:'], ended: [] });
    await lag(12);
    expect(await lookOnce(detectors)).toEqual(nothing);
    await lag(2);
    expect(await lookOnce(detectors)).toEqual({ opened: ['detector:no_votes:XX-A'], ended: ['detector:feed_lag:'] });
  });

  it('open one incident, however many look', async () => {
    await write('ballot', 600, [75, 16]);
    await foldTurnout(database.client.db);
    await database.client.db.execute(sql`update board.checkpoint set checked_at = clock_timestamp()`);
    const looks = await Promise.all(Array.from({ length: 5 }, () => lookOnce(detectors)));
    expect(looks.flatMap(({ opened }) => opened)).toEqual(['detector:no_votes:XX-A']);
  });

  it('touch no incident of anybody else', async () => {
    await database.client.db.execute(sql`
      insert into ops.incident (category, severity, title, is_public, source, opened_by, changed_by)
      values ('app', 'minor', '{"en":"x"}', true, 'person', 'a', 'a')`);
    const seen = await detectors.execute(sql`select from ops.incident`);
    const changed = await detectors.execute(sql`update ops.incident set severity = 'critical' returning number`);
    expect([seen.length, changed.length]).toEqual([0, 0]);
  });
});
