import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { authorize } from '#db/vote/authorize.ts';
import { cast } from '#db/vote/cast.ts';
import type { Marks } from '#db/vote/marks.ts';
import { recordBallot } from '#db/vote/recordBallot.ts';
import { Conflict, Forbidden, InvalidInput } from '#domain/errors.ts';
import { openTestDatabase } from '#tests/support/database.ts';
import { countRows, kokshetau, requestOf, seedPrimaries, setVoting } from './primaries.ts';

const database = openTestDatabase();
let db: DatabaseClient['db'];
let credential: string;

beforeAll(async () => {
  db = database.client.db;
  await seedPrimaries(db);
});
beforeEach(async () => {
  await setVoting(db, 'open');
  await db.execute(
    sql`truncate vote.voted, vote.admission, vote.authorization, vote.ballot, vote.ballot_choice cascade`,
  );
  const answer = await authorize(db, requestOf(1));
  credential = answer.outcome === 'authorized' ? answer.credential : '';
});

const nothing = { voted: 0, ballots: 0, choices: 0 };
const full: Marks = [
  { contest: 'kokshetau', candidacies: ['kokshetau-2', 'kokshetau-1'] },
  { contest: 'akm', candidacies: ['akm-1', 'akm-2', 'akm-3'] },
  { contest: 'kz', candidacies: ['kz-4'] },
];

describe('a ballot', () => {
  test('may hold marks in the contests of the district, its region and the country', async () => {
    await cast(db, { credential, marks: full });
    expect(await countRows(db)).toMatchObject({ voted: 1, ballots: 1, choices: 6 });
    const [ballot] = await db.execute(sql`
      select district_code, channel, occurred_at between now() - interval '1 minute' and now() as "isNow" from vote.ballot
    `);
    expect(ballot).toEqual({ district_code: kokshetau, channel: 'online', isNow: true });
  });

  test.each<[string, Marks]>([
    ['no contest at all', []],
    ['a contest left blank', [{ contest: 'kokshetau', candidacies: [] }]],
  ])('may be blank: %s', async (_, marks) => {
    await cast(db, { credential, marks });
    expect(await countRows(db)).toMatchObject({ voted: 1, ballots: 1, choices: 0 });
  });

  test('may be cast until the moment of the close by one who was authorized before it, not after', async () => {
    await setVoting(db, 'closed');
    await expect(cast(db, { credential, marks: full })).rejects.toThrow(Forbidden);
    expect(await countRows(db)).toMatchObject(nothing);
    await setVoting(db, 'open');
    await cast(db, { credential, marks: full });
  });

  test('is cast once: the second is refused and the first stands', async () => {
    await cast(db, { credential, marks: full });
    await expect(cast(db, { credential, marks: [] })).rejects.toThrow(Conflict);
    expect(await countRows(db)).toMatchObject({ voted: 1, ballots: 1, choices: 6 });
  });

  test('needs a credential that was given out', async () => {
    await expect(cast(db, { credential: 'f'.repeat(64), marks: full })).rejects.toThrow(Forbidden);
    expect(await countRows(db)).toMatchObject(nothing);
  });

  test('may be cast again after it was refused for its marks', async () => {
    await expect(cast(db, { credential, marks: [{ contest: 'ala', candidacies: [] }] })).rejects.toThrow(InvalidInput);
    await cast(db, { credential, marks: full });
    expect(await countRows(db)).toMatchObject({ voted: 1, ballots: 1 });
  });

  const invalid: [string, Marks, RegExp][] = [
    ['a contest of another district', [{ contest: 'stepnogorsk', candidacies: [] }], /contest 1: not a contest/],
    ['a contest of another region', [...full, { contest: 'ala', candidacies: ['ala-1'] }], /contest 4: not a contest/],
    ['an unknown contest', [{ contest: 'senate', candidacies: [] }], /contest 1: not a contest/],
    ['more marks than allowed', [{ contest: 'kz', candidacies: ['kz-1', 'kz-2'] }], /2 marks, 1 allowed/],
    ['a candidacy twice', [{ contest: 'akm', candidacies: ['akm-1', 'akm-2', 'akm-1'] }], /twice/],
    [
      'a contest twice',
      [
        { contest: 'kz', candidacies: ['kz-1'] },
        { contest: 'kz', candidacies: ['kz-2'] },
      ],
      /twice/,
    ],
    [
      'a candidacy of another contest',
      [{ contest: 'akm', candidacies: ['akm-1', 'kz-1'] }],
      /contest 1, mark 2: no candidacy/,
    ],
    ['an unknown candidacy', [{ contest: 'akm', candidacies: ['nobody'] }], /contest 1, mark 1: no candidacy/],
    ['a removed candidate', [{ contest: 'akm', candidacies: ['akm-4', 'akm-5'] }], /mark 2: the candidacy is removed/],
    ['a NUL character', [{ contest: 'akm', candidacies: ['\u0000'] }], /./],
  ];
  test.each(invalid)('with %s is not accepted and nothing is stored', async (_, marks, message) => {
    const attempt = cast(db, { credential, marks });
    await expect(attempt).rejects.toThrow(InvalidInput);
    await expect(attempt).rejects.toThrow(message);
    expect(await countRows(db)).toMatchObject(nothing);
  });

  test.each([
    'null',
    '{}',
    '"akm"',
    '3',
    '[1]',
    '[null]',
    '[[]]',
    '[{}]',
    '[{"contest": "akm"}]',
    '[{"candidacies": []}]',
    '[{"contest": 7, "candidacies": []}]',
    '[{"contest": "akm", "candidacies": "akm-1"}]',
    '[{"contest": "akm", "candidacies": {}}]',
    '[{"contest": "akm", "candidacies": [1]}]',
    '[{"contest": "akm", "candidacies": [null]}]',
    '[{"contest": "akm", "candidacies": [["akm-1"]]}]',
    '[[{"contest": "akm", "candidacies": []}]]',
  ])('of another shape is refused by the function itself: %s', async (marks) => {
    await expect(db.execute(sql`select vote.cast(${credential}, ${marks}::jsonb)`)).rejects.toMatchObject({
      cause: { code: 'SV100' },
    });
    expect(await countRows(db)).toMatchObject(nothing);
  });

  test('that is refused names places, never the choice or the credential', async () => {
    const error = await cast(db, { credential, marks: [{ contest: 'akm', candidacies: ['akm-5'] }] }).catch(
      (thrown) => thrown,
    );
    expect(String(error.stack)).not.toMatch(/akm-5/);
    expect(String(error.stack)).not.toContain(credential);
  });
});

describe('a station or paper ballot', () => {
  test.each(['station', 'paper'] as const)(
    'by %s is counted in its district and channel, with no voter',
    async (channel) => {
      await recordBallot(db, { districtCode: kokshetau, channel, marks: full });
      expect(await countRows(db)).toMatchObject({ voted: 0, ballots: 1, choices: 6 });
      expect([...(await db.execute(sql`select district_code, channel from vote.ballot`))]).toEqual([
        { district_code: kokshetau, channel },
      ]);
    },
  );

  test('is recorded only in the window of its own channel', async () => {
    await db.execute(
      sql`update vote.voting_window set closes_at = now() - interval '1 minute' where channel = 'paper'`,
    );
    await expect(recordBallot(db, { districtCode: kokshetau, channel: 'paper', marks: [] })).rejects.toThrow(Forbidden);
    await recordBallot(db, { districtCode: kokshetau, channel: 'station', marks: [] });
    expect(await countRows(db)).toMatchObject({ ballots: 1 });
  });

  test('follows the rules of every ballot', async () => {
    const marks = [{ contest: 'stepnogorsk', candidacies: [] }];
    await expect(recordBallot(db, { districtCode: kokshetau, channel: 'paper', marks })).rejects.toThrow(InvalidInput);
    await expect(recordBallot(db, { districtCode: 'KZ-XXX', channel: 'paper', marks: [] })).rejects.toThrow(
      /no district/,
    );
  });

  test.each([['online'], ['fax'], [null]])('cannot be recorded as %s', async (channel) => {
    const attempt = db.execute(sql`select vote.record_ballot(${kokshetau}, ${channel}, '[]'::jsonb)`);
    await expect(attempt).rejects.toMatchObject({ cause: { code: 'SV100' } });
    expect(await countRows(db)).toMatchObject(nothing);
  });
});
