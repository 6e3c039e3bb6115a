import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PackageError } from '#domain/electionPackage.ts';
import { readPackage } from '#server/packages/readPackage.ts';

const shipped = 'elections/kz-primaries-2020';

describe('election package', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'saylau-package-'));
    cpSync(shipped, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const edit = (file: string, change: (lines: string[]) => string[] | Buffer) => {
    const path = join(folder, file);
    const changed = change(readFileSync(path, 'utf8').split('\n'));
    writeFileSync(path, Buffer.isBuffer(changed) ? changed : changed.join('\n'));
  };
  const replaceLine = (file: string, line: number, change: (text: string) => string) =>
    edit(file, (lines) => lines.map((text, index) => (index === line - 1 ? change(text) : text)));
  const complaint = async () => {
    const error = await readPackage(folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PackageError);
    return error instanceof PackageError ? error.message : '';
  };

  it('ships the primaries with 17 regions, 215 districts, 216 contests and 835,000 on the roll', async () => {
    const { units, contests, roll, turnout } = await readPackage(shipped);
    const count = (level: string) => units.filter((unit) => unit.level === level).length;
    expect([count('country'), count('region'), count('district'), contests.length]).toEqual([1, 17, 215, 216]);
    expect([...roll.values()].reduce((sum, { eligible }) => sum + eligible, 0)).toBe(835_000);
    const voted = (atMs: number) =>
      turnout.reduce((sum, { momentsMs, cumulative }) => {
        const index = momentsMs.indexOf(atMs);
        return sum + (cumulative.voted_online[index] ?? 0) + (cumulative.voted_paper[index] ?? 0);
      }, 0);
    expect(voted(Date.parse('2020-10-02T17:00:00+06:00'))).toBe(446_297);
    expect(voted(Date.parse('2020-10-04T14:00:00+06:00'))).toBe(662_687);
  });

  it.each([
    [
      'a word where a number belongs',
      'roll.csv',
      3,
      (text: string) => text.replace(/,\d+,/, ',many,'),
      /roll\.csv, line 3, column eligible: "many": expected a whole number/,
    ],
    [
      'a negative number',
      'roll.csv',
      4,
      (text: string) => text.replace(/,(\d+),/, ',-$1,'),
      /roll\.csv, line 4, column eligible: "-\d+": expected/,
    ],
    [
      'a number too large',
      'roll.csv',
      4,
      (text: string) => text.replace(/,\d+,/, ',99999999999,'),
      /line 4, column eligible: "99999999999"/,
    ],
    [
      'an unknown district',
      'turnout.csv',
      7,
      (text: string) => text.replace(/^[^,]+/, 'KZ-NOWHERE'),
      /turnout\.csv, line 7, column district_code: "KZ-NOWHERE": expected a district of geography\.csv/,
    ],
    [
      'a district twice on the roll',
      'roll.csv',
      3,
      (text: string) => text.replace(/^[^,]+/, 'KZ-AKM-KOKSHETAU'),
      /roll\.csv, line 3, column district_code: "KZ-AKM-KOKSHETAU": expected each district once/,
    ],
    [
      'a moment that is no time',
      'turnout.csv',
      9,
      (text: string) => text.replace('2020-10-01T', '01.10.2020 '),
      /turnout\.csv, line 9, column moment/,
    ],
    [
      'a region under a district',
      'geography.csv',
      4,
      (text: string) => text.replace(',KZ,region', ',KZ-AKM-KOKSHETAU,region'),
      /geography\.csv, line 4, column parent_code/,
    ],
    [
      'a row cut short',
      'contests.csv',
      5,
      (text: string) => text.split(',').slice(0, 4).join(','),
      /contests\.csv, line 5: expected a table with the same columns/,
    ],
    [
      'an unknown column',
      'roll.csv',
      1,
      (text: string) => text.replace('eligible', 'voters'),
      /roll\.csv, line 1, column eligible: expected this column/,
    ],
  ])('refuses %s, with its place', async (_name, file, line, change, expected) => {
    replaceLine(file, line, change);
    expect(await complaint()).toMatch(expected);
  });

  it('refuses a file in Windows-1251', async () => {
    edit('geography.csv', (lines) => Buffer.from(lines.join('\n').replace(/[^\0-\x7f]/g, '\xc0'), 'latin1'));
    expect(await complaint()).toMatch(/geography\.csv: expected UTF-8 text/);
  });

  it('refuses a file cut in the middle of a quoted cell', async () => {
    edit('contests.csv', (lines) => [...lines.slice(0, 10), 'maslikhat-X,KZ-AKM,"Ақм']);
    expect(await complaint()).toMatch(/contests\.csv, line \d+/);
  });

  it('refuses a missing file, an empty file, and a geography without districts on the roll', async () => {
    rmSync(join(folder, 'roll.csv'));
    expect(await complaint()).toMatch(/roll\.csv: expected the file to be there/);
    edit('geography.csv', () => []);
    expect(await complaint()).toMatch(/geography\.csv/);
  });

  it('refuses broken JSON and names the field of a wrong one', async () => {
    edit('election.json', (lines) => lines.slice(0, 5));
    expect(await complaint()).toMatch(/election\.json: expected JSON/);
    edit('election.json', () =>
      JSON.stringify({ ...JSON.parse(readFileSync(`${shipped}/election.json`, 'utf8')), timeZone: 'Mars/Base' }).split(
        '\n',
      ),
    );
    expect(await complaint()).toMatch(/election\.json, column timeZone: expected an IANA time zone/);
  });

  it('stops telling after enough problems', async () => {
    edit('turnout.csv', (lines) =>
      lines.map((text, index) => (index === 0 ? text : text.replace(/^[^,]*/, 'not a code'))),
    );
    expect((await complaint()).split('\n').length).toBeLessThan(30);
  });
});
