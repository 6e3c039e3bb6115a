import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { sql } from '#db/client.ts';
import { setBoardClock } from '#db/commands/setClock.ts';
import { getBoard } from '#db/queries/getBoardState.ts';
import { getSchedule } from '#db/queries/getSchedule.ts';
import { findRehearsal } from '#db/vote/rehearsal.ts';
import { listVotingEvents } from '#domain/courseOfVoting.ts';
import { createLog } from '#server/log.ts';
import { clockAt, setClocks } from '#server/rehearsal/clocks.ts';
import { playRehearsal } from '#server/rehearsal/playRehearsal.ts';
import { playUntil } from '#server/rehearsal/playVoting.ts';
import { loadRehearsal, prepareRehearsal } from '#server/rehearsal/prepareRehearsal.ts';
import { refuseLiveMode } from '#server/rehearsal/rehearsal.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/liveServer.ts';
import { smallElection } from '../support/smallElection.ts';

const at = (text: string) => Date.parse(`${text}+06:00`);
const rehearsal = { source: smallElection, seed: 7 };
const country = { level: 'country', code: 'XX' } as const;

describe('rehearsal', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  const databases = () => ({ vote: database.client, board: database.client });
  const voted = async () => {
    await foldTurnout(database.client.db);
    return (await getBoard(database.client.db, country)).rows[0]?.voted;
  };

  it('loads the election as it stood at the moment asked for', async () => {
    await prepareRehearsal(databases(), rehearsal, at('2020-10-01T12:00:00'));
    expect(await voted()).toBe(90 * 4 + 6);
    expect((await getSchedule(database.client.db)).windows.length).toBe(1);
  });

  it('says that figures last changed at the last moment of voting it loaded, not when voting began', async () => {
    await loadRehearsal(databases(), rehearsal, at('2020-10-05T10:00:00'));
    await foldTurnout(database.client.db);
    const { asOf } = await getBoard(database.client.db, country);
    expect(asOf).toBe(new Date(at('2020-10-02T12:00:00')).toISOString());
  });

  it('plays on to the same figures whether in one step or in many', async () => {
    await prepareRehearsal(databases(), rehearsal, at('2020-10-01T06:00:00'));
    for (let hour = 7; hour <= 23; hour += 1) {
      await playUntil(database.client, rehearsal, at(`2020-10-01T${String(hour).padStart(2, '0')}:13:37`));
    }
    const inSteps = await voted();
    await prepareRehearsal(databases(), rehearsal, at('2020-10-01T23:13:37'));
    expect(await voted()).toBe(inSteps);
  });

  it('plays no event twice when its steps fall between two milliseconds', async () => {
    const startMs = at('2020-10-01T11:00:00');
    const [place] = smallElection.turnout;
    if (!place) throw new Error('no place');
    const [event] = listVotingEvents(place, rehearsal.seed, startMs, at('2020-10-01T12:00:00'));
    const eventMs = event?.occurredAtMs ?? 0;
    await prepareRehearsal(databases(), rehearsal, startMs);
    await playUntil(database.client, rehearsal, eventMs + 0.5);
    await playUntil(database.client, rehearsal, eventMs + 10);
    const rows = await database.client.db.execute(sql`
      select from vote."authorization" where district_code = ${place.districtCode}
        and occurred_at = ${new Date(eventMs).toISOString()}::timestamptz`);
    expect([event?.kind, rows.length]).toEqual(['authorization', 1]);
  });

  it('writes an interval once when two play it at the same time', async () => {
    await prepareRehearsal(databases(), rehearsal, at('2020-10-01T06:00:00'));
    const untilMs = at('2020-10-01T12:00:00');
    const ends = await Promise.allSettled([1, 2, 3].map(() => playUntil(database.client, rehearsal, untilMs)));
    expect(ends.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect(await voted()).toBe(90 * 4 + 6);
  });

  it('goes back in time when it is loaded anew', async () => {
    await prepareRehearsal(databases(), rehearsal, at('2020-10-02T12:00:00'));
    const version = (await getBoard(database.client.db, country)).version;
    await prepareRehearsal(databases(), rehearsal, at('2020-09-30T12:00:00'));
    const board = await getBoard(database.client.db, country);
    expect(board.rows[0]?.voted).toBe(0);
    expect([board.phase, board.version > version]).toEqual(['before', true]);
  });

  it('writes nothing twice after a crash between two ticks', async () => {
    await prepareRehearsal(databases(), rehearsal, at('2020-10-01T12:00:00'));
    await playUntil(database.client, rehearsal, at('2020-10-01T18:00:00'));
    const before = await voted();
    await playUntil(database.client, rehearsal, at('2020-10-01T18:00:00'));
    await playUntil(database.client, rehearsal, at('2020-10-01T15:00:00'));
    expect(await voted()).toBe(before);
    expect((await findRehearsal(database.client.db))?.playedUntilMs).toBe(at('2020-10-01T18:00:00'));
  });

  it('refuses a vote database that holds votes it did not write, and leaves them', async () => {
    await prepareRehearsal(databases(), rehearsal, at('2020-10-01T12:00:00'));
    await database.client.db.execute(sql`
      insert into vote.ballot (district_code, channel, occurred_at) values ('XX-A-1', 'online', now())`);
    await expect(prepareRehearsal(databases(), rehearsal, at('2020-10-01T13:00:00'))).rejects.toThrow(
      /did not write \(1 ballots\)/,
    );
    const [row] = await database.client.db.execute<{ count: string }>(sql`select count(*) from vote.ballot`);
    expect(Number(row?.count)).toBe(90 * 4 + 6 + 1);
  });

  it('refuses to run beside a real election', () => {
    expect(() => refuseLiveMode('live')).toThrow(/ELECTION_MODE is live/);
    expect(() => refuseLiveMode('rehearsal')).not.toThrow();
  });

  it('moves with its clock and announces the extension when the time has come', async () => {
    const startMs = at('2020-10-02T19:50:00');
    await prepareRehearsal(databases(), rehearsal, startMs);
    await setClocks(databases(), clockAt(startMs, 600));
    const stop = playRehearsal(databases(), rehearsal, createLog('rehearsal', 'silent'));
    await until(async () => (await getSchedule(database.client.db)).windows.length === 2);
    await setBoardClock(database.client.db, clockAt(startMs, 0));
    await stop();
    expect((await getSchedule(database.client.db)).windows[1]?.closesAt).toBe('2020-10-04T08:00:00.000Z');
  });
});
