import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PackageError } from '#domain/electionPackage.ts';
import type { ProtocolSources } from '#server/counting/protocolPlaces.ts';
import { readProtocols } from '#server/counting/readProtocols.ts';

const registered = (contestId: string, ...ids: string[]) =>
  ids.map((id, index) => ({
    id,
    contestId,
    ballotNumber: index + 1,
    names: { kk: id, ru: id, en: id },
    status: 'registered' as const,
    decision: null,
  }));

/** A country of two regions: a president, a council of two seats in region A, a mayor in B-1, and one who stands alone in A-1. */
const sources: ProtocolSources = {
  districts: [
    { code: 'XX-A-1', parentCode: 'XX-A' },
    { code: 'XX-A-2', parentCode: 'XX-A' },
    { code: 'XX-B-1', parentCode: 'XX-B' },
  ],
  contests: [
    { id: 'president', unitCode: 'XX', seats: 1, votesAllowed: 1 },
    { id: 'council', unitCode: 'XX-A', seats: 2, votesAllowed: 2 },
    { id: 'mayor', unitCode: 'XX-B-1', seats: 1, votesAllowed: 1 },
    { id: 'alone', unitCode: 'XX-A-1', seats: 1, votesAllowed: 1 },
  ],
  candidacies: [
    ...registered('president', 'p1', 'p2'),
    ...registered('council', 'c1', 'c2', 'c3'),
    ...registered('mayor', 'm1', 'm2'),
    ...registered('alone', 'a1'),
  ],
};

const header = 'contest_id,district_code,candidacy_id,votes,ballots,blank,invalid';
/** Line 2 is the first. */
const lines = [
  'president,XX-A-1,p1,60,100,7,3',
  'president,XX-A-1,p2,30,100,7,3',
  'president,XX-A-2,p1,20,50,0,0',
  'president,XX-A-2,p2,30,50,0,0',
  'president,XX-B-1,p1,900,2000,100,0',
  'president,XX-B-1,p2,1000,2000,100,0',
  'council,XX-A-1,c1,90,100,4,3',
  'council,XX-A-1,c2,80,100,4,3',
  'council,XX-A-1,c3,20,100,4,3',
  'council,XX-A-2,c1,50,51,2,1',
  'council,XX-A-2,c2,48,51,2,1',
  'council,XX-A-2,c3,0,51,2,1',
  'mayor,XX-B-1,m1,1500,2000,0,100',
  'mayor,XX-B-1,m2,400,2000,0,100',
];

describe('a file of protocols', () => {
  let folder = '';
  let path = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'saylau-protocols-'));
    path = join(folder, 'protocols.csv');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const read = (content: string | Buffer) => {
    writeFileSync(path, content);
    return readProtocols(path, sources);
  };
  const table = (rows: readonly string[]) => `${[header, ...rows].join('\n')}\n`;
  const complaint = async (reading: Promise<unknown>) => {
    const error = await reading.then(() => null).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PackageError);
    return error instanceof PackageError ? error.message : '';
  };
  const edited = (line: number, change: (text: string) => string) =>
    complaint(read(table(lines.map((text, index) => (index === line - 2 ? change(text) : text)))));
  const exchanged = (left: number, right: number) =>
    table(
      lines.map((text) => {
        const cells = text.split(',');
        return cells
          .map((cell, index) => (index === left ? cells[right] : index === right ? cells[left] : cell))
          .join(',');
      }),
    );

  it('gives a protocol for every contest and district, whichever way its rows and columns are ordered', async () => {
    const protocols = await read(table(lines));
    expect(protocols).toHaveLength(6);
    expect(protocols[3]).toEqual({
      contestId: 'council',
      districtCode: 'XX-A-1',
      ballots: 100,
      invalid: 3,
      blank: 4,
      votes: new Map(Object.entries({ c1: 90, c2: 80, c3: 20 })),
    });
    const backwards = [header, ...[...lines].reverse()].map((text) => text.split(',').reverse().join(','));
    const again = await read(`${backwards.join('\r\n')}\r\n`);
    const sorted = (list: typeof protocols) =>
      list
        .map((protocol) => ({ ...protocol, votes: [...protocol.votes].sort() }))
        .sort((left, right) =>
          `${left.contestId} ${left.districtCode}` < `${right.contestId} ${right.districtCode}` ? -1 : 1,
        );
    expect(sorted(again)).toEqual(sorted(protocols));
  });

  it('reads quoted cells, a byte order mark and a last line without its end', async () => {
    const quoted = [header, ...lines]
      .map((text) =>
        text
          .split(',')
          .map((cell) => `"${cell}"`)
          .join(','),
      )
      .join('\r\n');
    expect(await read(`\ufeff${quoted}`)).toEqual(await read(table(lines)));
  });

  it('takes the protocol of a contest with a seat for everybody, where there is one', async () => {
    expect(await read(table([...lines, 'alone,XX-A-1,a1,12,14,1,1']))).toHaveLength(7);
  });

  it.each([
    [
      'an unknown contest',
      3,
      /^president/,
      'senate',
      'line 3, column contest_id: "senate": expected a contest of the election',
    ],
    [
      'an unknown district',
      3,
      'XX-A-1',
      'XX-C-9',
      'line 3, column district_code: "XX-C-9": expected a district of the election',
    ],
    ['an unknown candidacy', 4, 'p1', 'p9', 'line 4, column candidacy_id: "p9": expected a candidacy of the election'],
    [
      'a candidacy of another contest',
      4,
      'p1',
      'm1',
      'line 4, column candidacy_id: "m1": expected a candidacy of president; this one stands in mayor',
    ],
    [
      'a district outside the contest',
      9,
      'XX-A-1',
      'XX-B-1',
      'line 9, column district_code: "XX-B-1": expected a district that votes in council',
    ],
    [
      'a doubled row',
      3,
      'p2,30',
      'p1,60',
      'line 3, column candidacy_id: "p1": expected each candidacy once in president in XX-A-1; line 2 has it',
    ],
    [
      'ballots that differ within a protocol',
      9,
      ',100,4',
      ',101,4',
      'line 9, column ballots: "101": expected 100, as in line 8 of council in XX-A-1',
    ],
    [
      'blank votes that differ within a protocol',
      10,
      ',100,4',
      ',100,5',
      'line 10, column blank: "5": expected 4, as in line 8 of council in XX-A-1',
    ],
    [
      'a sum one vote short',
      9,
      'c2,80',
      'c2,79',
      'line 8, column votes: expected votes + blank = (ballots - invalid) × votes allowed in council in XX-A-1: 189 + 4 is 193, (100 - 3) × 2 is 194',
    ],
    [
      'more votes for one than valid ballots',
      8,
      'c1,90',
      'c1,98',
      'line 8, column votes: "98": expected at most the 97 valid ballots of council in XX-A-1',
    ],
    [
      'a negative number',
      2,
      ',60,',
      ',-60,',
      'line 2, column votes: "-60": expected a whole number from 0 to 999999999',
    ],
    ['a fraction', 2, ',60,', ',60.5,', 'line 2, column votes: "60.5": expected a whole number'],
    ['a number in exponents', 2, ',60,', ',6e1,', 'line 2, column votes: "6e1": expected a whole number'],
    ['a huge number', 2, ',60,', ',99999999999999999999,', 'line 2, column votes: "99999999999999999999": expected'],
    ['a number with spaces', 2, ',60,', ', 60,', 'line 2, column votes: " 60": expected a whole number'],
    ['an empty figure', 2, ',60,', ',,', 'line 2, column votes: "": expected a whole number'],
    ['a formula for a figure', 2, ',60,', ',=59+1,', 'line 2, column votes: "=59+1": expected a whole number'],
    [
      'a formula for an id',
      2,
      'p1',
      '=HYPERLINK(A1)',
      'line 2, column candidacy_id: "=HYPERLINK(A1)": expected a candidacy',
    ],
    ['a row cut short', 15, /,2000.*/, ',20', 'line 15: expected a table with the same columns in every row'],
    ['a row cut inside its last number', 15, /00$/, '', 'line 15, column invalid: "1": expected 100, as in line 14'],
  ] as const)('refuses %s, with its place', async (_name, line, from, to, expected) => {
    expect(await edited(line, (text) => text.replace(from, to))).toContain(`protocols.csv, ${expected}`);
  });

  it('refuses more invalid ballots than ballots', async () => {
    const wrong = lines.map((text) => text.replace(',100,4,3', ',100,4,103'));
    expect(await complaint(read(table(wrong)))).toContain(
      'line 8, column invalid: "103": expected at most the 100 ballots of council in XX-A-1',
    );
  });

  it('asks whether two columns are swapped where their exchange makes every sum right', async () => {
    for (const [left, right, names] of [
      [3, 4, 'votes and ballots'],
      [3, 5, 'votes and blank'],
      [3, 6, 'votes and invalid'],
      [4, 5, 'ballots and blank'],
      [4, 6, 'ballots and invalid'],
      [5, 6, 'blank and invalid'],
    ] as const) {
      expect((await complaint(read(exchanged(left, right)))).split('\n')[0]).toContain(
        `are the columns ${names} swapped?`,
      );
    }
    expect(await complaint(read(exchanged(0, 2)))).toContain('are the columns contest_id and candidacy_id swapped?');
    expect(await complaint(read(exchanged(0, 1)))).toContain('are the columns contest_id and district_code swapped?');
    expect(await edited(9, (text) => text.replace('c2,80', 'c2,79'))).not.toContain('swapped');
  });

  it.each([
    [
      'a candidacy of a protocol',
      2,
      2,
      'line 2, column candidacy_id: "p1": expected a line of this candidacy in president in XX-A-1',
    ],
    ['a whole protocol', 11, 13, 'column district_code: "XX-A-2": expected the protocol of council in this district'],
    ['a whole contest', 14, 15, 'column contest_id: "mayor": expected the protocols of this contest'],
  ] as const)('refuses a file without %s and names it', async (_name, from, to, expected) => {
    const kept = lines.filter((_, index) => index + 2 < from || index + 2 > to);
    expect(await complaint(read(table(kept)))).toContain(`protocols.csv, ${expected}`);
  });

  it('refuses a file that ends in the middle of a quoted cell', async () => {
    expect(await complaint(read(`${table(lines)}"mayor,XX`))).toMatch(/protocols\.csv, line \d+: expected a table/);
  });

  it('refuses a folder, a missing, an empty and a bare file, and a header that is another one', async () => {
    expect(await complaint(readProtocols(folder, sources))).toContain('expected a file, it is a folder');
    expect(await complaint(readProtocols(join(folder, 'none.csv'), sources))).toContain(
      'expected the file to be there',
    );
    expect(await complaint(read(''))).toContain('expected at least one row under the header');
    expect(await complaint(read(`${header}\n`))).toContain('expected at least one row under the header');
    const renamed = await complaint(read(table(lines).replace('blank', 'empty')));
    expect(renamed).toContain('line 1, column blank: expected this column in the header');
    expect(renamed).toContain('line 1, column empty: "empty": expected one of contest_id');
    expect(await complaint(read(table(lines).replace('blank', 'ballots')))).toContain('expected each column once');
    expect(await complaint(read(table(lines).replaceAll(',', ';')))).toContain('expected this column in the header');
  });

  it('refuses Windows-1251, UTF-16 with and without its mark, and NUL bytes', async () => {
    const cyrillic = table(lines).replace('p1', '\u00cc\u00e0\u00f0');
    expect(await complaint(read(Buffer.from(cyrillic, 'latin1')))).toContain('such as Windows-1251');
    expect(await complaint(read(Buffer.from(table(lines), 'utf16le')))).toContain('the file may be in UTF-16');
    expect(await complaint(read(Buffer.from(`\ufeff${table(lines)}`, 'utf16le')))).toContain('UTF-16');
    expect(await complaint(read(table(lines).replace('p1', 'p1\0')))).toContain('without NUL bytes');
  });

  it('refuses 100 MB at once, unread', async () => {
    const file = openSync(path, 'w');
    ftruncateSync(file, 100 * 1024 * 1024);
    closeSync(file);
    const startedAtMs = performance.now();
    expect(await complaint(readProtocols(path, sources))).toBe('protocols.csv: expected at most 64 MB, it has 100 MB');
    expect(performance.now() - startedAtMs).toBeLessThan(500);
  });

  it.each([
    [
      'unknown candidacies',
      (index: number) => `president,XX-A-1,x${index},1,1,0,0`,
      'expected a candidacy of the election',
    ],
    ['one row again and again', () => 'president,XX-A-1,p1,60,100,7,3', 'line 2 has it'],
    ['words', () => 'president,XX-A-1,p1,many,100,7,3', 'expected a whole number'],
  ])('leaves a file of two million rows of %s early', async (_name, row, expected) => {
    const rows = Array.from({ length: 2_000_000 }, (_, index) => row(index));
    writeFileSync(path, table(rows));
    const { heapUsed } = process.memoryUsage();
    const startedAtMs = performance.now();
    const message = await complaint(readProtocols(path, sources));
    expect(message).toContain(expected);
    expect(message).toContain('… and ');
    expect(message.split('\n').length).toBeLessThan(25);
    expect(performance.now() - startedAtMs).toBeLessThan(2_000);
    expect(process.memoryUsage().heapUsed - heapUsed).toBeLessThan(50e6);
  });

  it('refuses a file without line breaks, and one whose quoted cell never ends, without keeping them', async () => {
    const rows = 'at most 64 kB';
    expect(await complaint(read(`${header},${'x'.repeat(30_000_000)}`))).toContain(rows);
    expect(await complaint(read(table([','.repeat(30_000_000)])))).toContain(rows);
    expect(await complaint(read(`${header}\n"${'x\n'.repeat(15_000_000)}`))).toContain(rows);
  });
});
