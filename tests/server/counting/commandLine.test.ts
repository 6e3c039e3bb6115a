import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { releaseDue } from '#db/commands/releaseDue.ts';
import { markBallots } from '#db/vote/markBallots.ts';
import { readCommandLine } from '#server/counting/commandLine.ts';
import { makeKey, verbs } from '#server/counting/verbs.ts';
import { clockAt, setClocks } from '#server/rehearsal/clocks.ts';
import { prepareRehearsal } from '#server/rehearsal/prepareRehearsal.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { testSigningKey } from '../../support/releaseEdition.ts';
import { smallElection } from '../../support/smallElection.ts';

const reason = ['--reason-kk', 'себеп', '--reason-ru', 'причина', '--reason-en', 'reason'];

describe('npm run results', () => {
  it.each([
    [['cuont'], /cuont is no verb\nnpm run results -- VERB/],
    [['count', '--by'], /--by.*argument missing|npm run results -- count --by NAME/],
    [['count', 'all', '--by', 'A'], /all is too much: npm run results -- count/],
    [['approve', '--bye', 'A'], /Unknown option '--bye'.*npm run results -- approve HASH --by NAME/],
  ])('refuses %j with the usage', (args, complaint) => {
    expect(() => readCommandLine(args)).toThrow(complaint);
  });

  it('says what is missing', () => {
    const line = readCommandLine(['retract', ...reason.slice(0, 4)]);
    if (line === 'help') throw new Error('help');
    expect(() => line.word()).toThrow(/CONTEST is missing: npm run results -- retract CONTEST --by NAME REASON/);
    expect(() => line.text('by')).toThrow(/--by is missing/);
    expect(() => line.names('reason')).toThrow(/--reason-en is missing/);
    expect(line.names('decided')).toBe(null);
  });

  it('makes a key that only its owner reads, and never over another', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'saylau-key-')), 'key.pem');
    expect(makeKey(path)).toMatch(/^[0-9a-f]{16}$/);
    expect([statSync(path).mode & 0o777, readFileSync(path, 'utf8')]).toEqual([
      0o600,
      expect.stringMatching(/PRIVATE KEY/),
    ]);
    expect(() => makeKey(path)).toThrow(/cannot write the key \(EEXIST/);
  });
});

describe('npm run results, from the zero feed to the release', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const databases = { vote: database.client, board: database.client };
    await prepareRehearsal(databases, { source: smallElection, seed: 7 }, Date.parse('2020-10-04T15:00:00+06:00'));
    await foldTurnout(database.client.db);
    await markBallots(database.client, smallElection, 7);
  });
  afterAll(() => database.drop());

  const printed: string[] = [];
  const run = async (...args: string[]) => {
    const line = readCommandLine(args);
    if (line === 'help' || line.verb === 'key') throw new Error('not a verb of the database');
    const counting = database.connectAs('saylau_counting');
    const from = printed.length;
    await verbs[line.verb](line, {
      databases: { board: counting, vote: counting },
      signingKey: () => testSigningKey,
      print: (text) => void printed.push(text),
    });
    return printed.slice(from).join('\n');
  };

  it('counts, is approved by two, moves its time and is released, and prints no figure of anybody', async () => {
    expect(await run('zero')).toBe('the zero feed is out');
    expect(await run('status')).toBe('no edition is sealed yet');
    const hash = /hash ([0-9a-f]{64})/.exec(await run('count', '--by', 'Hall'))?.[1] ?? '';
    expect(await run('approve', hash.slice(0, 12), '--by', 'Aisha')).toBe('approved; the draft is approved by one');
    await expect(run('approve', hash, '--by', ' HALL ')).rejects.toThrow(/counted this draft: two others/);
    await expect(run('approve', hash, '--by', 'aisha')).rejects.toThrow(/aisha has approved already/);
    await expect(run('object', hash, '--by', 'Bolat')).rejects.toThrow(/--reason is missing/);
    const decided = ['--decided-kk', 'комиссия', '--decided-ru', 'комиссия', '--decided-en', 'commission'];
    const time = '2020-10-05T13:00';
    expect(await run('propose-publication', time, '--by', 'Aisha', ...reason, ...decided)).toMatch(
      /^proposal 1: 2020-10-05T07:00/,
    );
    expect(await run('status')).toMatch(
      /approved by Aisha at .*\ndue at 2020-10-05T06:00:00.000Z\n[\s\S]*proposal 1: .* nobody confirmed/,
    );
    await run('confirm-publication', '1', '--by', 'Bolat');
    expect(await run('approve', hash, '--by', 'Bolat')).toBe('approved; the draft is ready');
    await setClocks(
      { vote: database.client, board: database.client },
      clockAt(Date.parse('2020-10-05T13:00:00+06:00'), 0),
    );
    await releaseDue(database.connectAs('saylau_aggregator').db);
    expect(await run('status')).toMatch(/^edition 1: released\n[\s\S]*it is public/);
    expect(printed.join('\n').replace(/[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')).not.toMatch(/\d{3}/);
  });

  it('retracts and reissues', async () => {
    await run('retract', 'council-B', '--by', 'Court', ...reason);
    expect(await run('reissue', '--by', 'Hall', ...reason)).toMatch(/edition 2 is sealed: 4 contests, 1 withheld/);
    expect(await run('status')).toMatch(/council-B: retracted/);
    await run('lift', 'council-B', '--by', 'Court');
    expect(await run('status')).toMatch(/^edition 2: out of date/);
  });
});
