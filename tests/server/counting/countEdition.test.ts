import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { type DatabaseClient, sql } from '#db/client.ts';
import { releaseDue } from '#db/commands/releaseDue.ts';
import { getDraft } from '#db/counting/getDraft.ts';
import { getPreviousContests } from '#db/counting/getPreviousContests.ts';
import { listOpenContests } from '#db/counting/listOpenContests.ts';
import { liftRetraction, recordRetraction } from '#db/counting/recordRetraction.ts';
import { markBallots } from '#db/vote/markBallots.ts';
import type { ContestResult } from '#domain/results/edition.ts';
import { type CountSource, countEdition } from '#server/counting/countEdition.ts';
import { clockAt, setClocks } from '#server/rehearsal/clocks.ts';
import { prepareRehearsal } from '#server/rehearsal/prepareRehearsal.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { approveTwice, testSigningKey } from '../../support/releaseEdition.ts';
import { smallElection } from '../../support/smallElection.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });
const at = (text: string) => Date.parse(`${text}+06:00`);

describe('a count', () => {
  let database: TestDatabase;
  let counting: DatabaseClient;
  beforeEach(async () => {
    database = await createTestDatabase();
    counting = database.connectAs('saylau_counting');
    const databases = { vote: database.client, board: database.client };
    await prepareRehearsal(databases, { source: smallElection, seed: 7 }, at('2020-10-05T12:00:01'));
    await foldTurnout(database.client.db);
    await markBallots(database.client, smallElection, 7);
  });
  afterEach(() => database.drop());

  const count = (source: CountSource, reason: string | null = null) =>
    countEdition({ board: counting, vote: counting }, source, {
      by: 'Counting hall',
      reason: reason === null ? null : names(reason),
      signingKey: testSigningKey,
    });
  const release = async (source: CountSource, reason: string | null = null) => {
    await approveTwice(database, await count(source, reason));
    return releaseDue(database.connectAs('saylau_aggregator').db);
  };
  const find = (contests: readonly ContestResult[] | null, id: string) =>
    contests?.find((contest) => contest.id === id);

  it('seals what the vote database holds, by the counting role alone', async () => {
    const draft = await count({ kind: 'tally' });
    expect(draft).toMatchObject({ number: 1, contests: 4, withheld: 0 });
    expect(await getDraft(counting.db)).toMatchObject({
      source: 'tally',
      manifestHash: draft.manifestHash,
      state: 'sealed',
    });
    await release({ kind: 'tally' });
    expect(find(await getPreviousContests(counting.db), 'council-A')?.figures).toMatchObject({
      ballots: 900,
      voted: 900,
    });
  });

  it('is refused while voting is open', async () => {
    await setClocks({ vote: database.client, board: database.client }, clockAt(at('2020-10-04T13:59:59'), 0));
    await expect(count({ kind: 'tally' })).rejects.toThrow(/voting is open until 2020-10-04T08:00:00/);
  });

  it('withholds the contests of a district whose ballots are not what the turnout board says', async () => {
    await database.client.db.execute(sql`update board.turnout set voted = voted + 1 where district_code = 'XX-A-2'`);
    const { editionId } = await count({ kind: 'tally' });
    const open = (await listOpenContests(counting.db, editionId)).filter(({ withheld }) => withheld !== null);
    expect(open.map(({ id, withheld }) => [id, withheld?.rule, withheld?.districtCode])).toEqual([
      ['council-A', 'ballots_differ_from_voted', 'XX-A-2'],
      ['council-A-2', 'ballots_differ_from_voted', 'XX-A-2'],
    ]);
  });

  it('corrects only with a reason', async () => {
    await release({ kind: 'tally' });
    await expect(count({ kind: 'tally' })).rejects.toThrow(/edition 1 is public: a correction needs its reason/);
    expect((await count({ kind: 'tally' }, 'a recount')).number).toBe(2);
  });

  it('takes protocols from a file, all of them or none', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'saylau-protocols-')), 'protocols.csv');
    const header = 'contest_id,district_code,candidacy_id,ballots,invalid,blank,votes';
    writeFileSync(path, `${header}\ncouncil-A,XX-A-1,council-A-1,100,0,0,200\n`);
    await expect(count({ kind: 'protocols', path })).rejects.toThrow(/protocols.csv/);
    expect(await database.client.db.execute(sql`select from sealed.edition`)).toHaveLength(0);
  });

  it('leaves out what was taken back, and tells it again as it stood', async () => {
    await expect(count({ kind: 'retraction' })).rejects.toThrow(/nothing is released/);
    await release({ kind: 'tally' });
    const first = await getPreviousContests(counting.db);
    await recordRetraction(counting.db, { contestId: 'council-A', reason: names('a complaint'), decidedBy: 'Court' });
    await release({ kind: 'retraction' }, 'a complaint');
    const second = await getPreviousContests(counting.db);
    expect(find(second, 'council-A')).toMatchObject({
      state: 'withheld',
      withheld: { rule: 'retracted', reason: names('a complaint') },
    });
    expect(JSON.stringify(find(second, 'council-A')?.candidacies)).not.toMatch(/"votes":\d/);
    expect(find(second, 'council-B')).toEqual(find(first, 'council-B'));
    await liftRetraction(counting.db, 'council-A', 'Court');
    await release({ kind: 'retraction' }, 'the complaint was refused');
    expect(await getPreviousContests(counting.db)).toEqual(first);
  });
});
