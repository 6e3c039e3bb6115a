import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { sql } from '#db/client.ts';
import { findDraft } from '#db/counting/getDraft.ts';
import { getSchedule } from '#db/queries/getSchedule.ts';
import { endProposal } from '#db/schedule/endProposal.ts';
import { proposeSchedule } from '#db/schedule/proposeSchedule.ts';
import { findRehearsal } from '#db/vote/rehearsal.ts';
import { windowsInForce } from '#domain/schedule.ts';
import { createLog } from '#server/log.ts';
import { clockAt, setClocks } from '#server/rehearsal/clocks.ts';
import { playRehearsal } from '#server/rehearsal/playRehearsal.ts';
import { prepareRehearsal } from '#server/rehearsal/prepareRehearsal.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/liveServer.ts';
import { addSchedulers, at, extension } from '../support/schedule.ts';
import { smallRehearsal } from '../support/smallRehearsal.ts';

const rehearsal = { source: smallRehearsal, seed: 7 };

describe('an extension that two people announce at the console in a rehearsal', () => {
  let database: TestDatabase;
  let stop: (() => Promise<void>) | undefined;
  const databases = () => ({ vote: database.client, board: database.client });
  const startAt = async (text: string) => {
    await prepareRehearsal(databases(), rehearsal, Date.parse(at(text)));
    stop = playRehearsal(databases(), rehearsal, createLog('rehearsal', 'silent'));
  };
  const moveTo = async (text: string) => {
    await setClocks(databases(), clockAt(Date.parse(at(text)), 0));
    const played = async () => ((await findRehearsal(database.client.db))?.playedUntilMs ?? 0) >= Date.parse(at(text));
    await until(played);
    await foldTurnout(database.client.db);
  };
  const extendTo = async (text: string) => {
    const { leader, approver } = await addSchedulers(database.client.db);
    const { db } = database.connectAs('saylau_web');
    await endProposal(db, approver, await proposeSchedule(db, leader, extension(text)), { outcome: 'confirmed' });
  };
  const closesAt = async () => {
    const [row] = await database.client.db.execute<{ closes_at: string }>(
      sql`select closes_at from vote.voting_window where channel = 'online'`,
    );
    return new Date(row?.closes_at ?? '').toISOString();
  };
  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(async () => {
    await stop?.();
    await database.drop();
  });

  it('reaches the vote database, and the announcement of the package that comes later is in force after it', async () => {
    await startAt('02T12:00');
    await extendTo('05T10:00');
    await until(async () => (await closesAt()) === at('05T10:00'));
    await moveTo('02T20:00');
    expect(windowsInForce(await getSchedule(database.client.db))[0]?.closesAt).toBe(at('04T14:00'));
    await until(async () => (await closesAt()) === at('04T14:00'));
  });

  it('keeps the count waiting until voting has ended', async () => {
    await startAt('03T12:00');
    await extendTo('05T10:00');
    await moveTo('04T16:01');
    await moveTo('05T09:59');
    expect(await findDraft(database.client.db)).toBeNull();
    await moveTo('05T10:01');
    await until(async () => (await findDraft(database.client.db))?.state === 'ready', 20_000);
  });
});
