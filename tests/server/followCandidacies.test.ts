import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#db/client.ts';
import { decideAppeal } from '#db/violations/decideAppeal.ts';
import { decideViolation } from '#db/violations/decideViolation.ts';
import { fileAppeal } from '#db/violations/fileAppeal.ts';
import { createLog } from '#server/log.ts';
import { clockAt, setClocks } from '#server/rehearsal/clocks.ts';
import { followCandidacies } from '#server/rehearsal/followCandidacies.ts';
import { playRehearsal } from '#server/rehearsal/playRehearsal.ts';
import { prepareRehearsal } from '#server/rehearsal/prepareRehearsal.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/liveServer.ts';
import { smallElection } from '../support/smallElection.ts';
import { another, centralCommission, clerk, putInReview, removal, versionOf } from '../support/violations.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });
const rehearsal = { source: smallElection, seed: 7 };
const nowMs = Date.parse('2020-10-01T12:00:00+06:00');

describe('a removal that a commission decides at the console in a rehearsal', () => {
  let database: TestDatabase;
  let stop: () => Promise<void>;
  const databases = () => ({ vote: database.client, board: database.client });
  const statusInVote = async () => {
    const [row] = await database.client.db.execute<{ status: string }>(
      sql`select status from vote.candidacy where id = 'council-A-1'`,
    );
    return row?.status;
  };
  const mark = () =>
    database.client.db.execute(
      sql`select vote.record_ballot('XX-A-1', 'station', '[{"contest": "council-A", "candidacies": ["council-A-1"]}]')`,
    );
  let number: number;
  beforeAll(async () => {
    database = await createTestDatabase();
    await prepareRehearsal(databases(), rehearsal, nowMs);
    await setClocks(databases(), clockAt(nowMs, 0));
    await database.client.db.execute(
      sql`insert into vote.voting_window values ('station', '2000-01-01', '2100-01-01')`,
    );
    stop = playRehearsal(databases(), rehearsal, createLog('rehearsal', 'silent'));
  });
  afterAll(async () => {
    await stop?.();
    await database.drop();
  });

  it('reaches the vote database, which takes no more marks for the candidacy', async () => {
    await mark();
    number = await putInReview(database.client.db, { candidacyId: 'council-A-1' });
    await decideViolation(database.client.db, clerk, number, removal(4));
    await until(async () => (await statusInVote()) === 'removed');
    await expect(mark()).rejects.toMatchObject({ cause: { code: 'SV207' } });
  });

  it('is brought over once', async () => {
    expect(await followCandidacies(databases())).toBe(0);
  });

  it('ends there too when it is overturned on appeal', async () => {
    await fileAppeal(database.client.db, clerk, number, { rowVersion: await versionOf(database.client.db, number) });
    await decideAppeal(database.client.db, another, number, {
      rowVersion: await versionOf(database.client.db, number),
      outcome: 'overturned',
      number: 'C-9',
      rule: names('Rule 30'),
      text: names('Heard nobody'),
      commission: centralCommission,
    });
    await until(async () => (await statusInVote()) === 'registered');
    await mark();
  });
});
