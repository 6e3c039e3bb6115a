import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

  it('ships more than 10,000 candidacies, of whom 34 were removed, 3 withdrew and 1 died', async () => {
    const { contests, candidacies, candidacyChanges, election } = await readPackage(shipped);
    expect(candidacies.length).toBe(11_055);
    const standing = (id: string) => candidacies.filter(({ contestId }) => contestId === id);
    expect(standing('maslikhat-KZ-SEV').length).toBe(91);
    expect(contests.filter(({ id, seats }) => standing(id).length === seats).length).toBe(2);
    expect(contests.filter(({ id, seats }) => standing(id).length < seats)).toEqual([]);
    for (const language of ['kk', 'ru', 'en'] as const) {
      const people = candidacies.map(({ contestId, names }) => `${contestId} ${names[language]}`);
      expect([language, new Set(people).size]).toEqual([language, people.length]);
    }
    const count = (status: string) => candidacyChanges.filter((change) => change.status === status).length;
    expect([count('removed'), count('withdrawn'), count('deceased')]).toEqual([34, 3, 1]);
    expect(election.results?.editions.length).toBe(2);
  });

  it('is composed to the same bytes again', { timeout: 60_000 }, () => {
    execFileSync(process.execPath, ['--import', 'tsx', 'tests/support/compose-kz-primaries.ts', folder]);
    for (const file of readdirSync(shipped))
      expect([file, readFileSync(join(folder, file)).equals(readFileSync(join(shipped, file)))]).toEqual([file, true]);
  });

  it('may have turnout alone, and shares of ballots or of valid votes', async () => {
    rmSync(join(folder, 'candidacies.csv'));
    rmSync(join(folder, 'candidacy_changes.csv'));
    rmSync(join(folder, 'violations.csv'));
    rmSync(join(folder, 'incidents.csv'));
    edit('contests.csv', (lines) =>
      lines.map((line, index) => (line === '' ? line : `${line},${['share_of', 'valid_votes'][index] ?? 'ballots'}`)),
    );
    const { candidacies, candidacyChanges, violations, incidents, contests } = await readPackage(folder);
    expect([candidacies, candidacyChanges, violations, incidents]).toEqual([[], [], [], []]);
    expect(contests.slice(0, 2).map(({ shareOf }) => shareOf)).toEqual(['valid_votes', 'ballots']);
    expect((await readPackage(shipped)).contests[0]?.shareOf).toBe('ballots');
  });

  it('refuses an approval of both by one person', async () => {
    edit('election.json', (lines) => lines.map((line) => line.replace('Ирина Ковалёва', 'Марат Әбенов')));
    expect(await complaint()).toMatch(
      /election\.json, column results\.editions\.0\.approvals: expected two different people/,
    );
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
    [
      'a candidacy of an unknown contest',
      'candidacies.csv',
      5,
      (text: string) => text.replace('maslikhat-KZ-AKM', 'maslikhat-KZ-XXX'),
      /candidacies\.csv, line 5, column contest_id: "maslikhat-KZ-XXX": expected a contest of contests\.csv/,
    ],
    [
      'a candidacy twice',
      'candidacies.csv',
      3,
      (text: string) => text.replace('KZ-AKM-0002', 'KZ-AKM-0001'),
      /candidacies\.csv, line 3, column candidacy_id: "KZ-AKM-0001": expected each candidacy once/,
    ],
    [
      'one place on the ballot for two',
      'candidacies.csv',
      4,
      (text: string) => text.replace(',3,', ',1,'),
      /candidacies\.csv, line 4, column ballot_number: "1": expected each ballot number once in its contest/,
    ],
    [
      'a decision on nobody',
      'candidacy_changes.csv',
      2,
      (text: string) => text.replace(/^[^,]+/, 'KZ-AKM-9999'),
      /candidacy_changes\.csv, line 2, column candidacy_id: "KZ-AKM-9999": expected a candidacy of candidacies\.csv/,
    ],
    [
      'an unknown status',
      'candidacy_changes.csv',
      2,
      (text: string) => text.replace(',removed,', ',banned,'),
      /candidacy_changes\.csv, line 2, column status: "banned"/,
    ],
    [
      'a case that begins in the middle',
      'violations.csv',
      2,
      (text: string) => text.replace(',filed,', ',registered,'),
      /violations\.csv, line 2, column step: "registered": expected each case filed once, and first/,
    ],
    [
      'a decision whose measure does not fit',
      'violations.csv',
      6,
      (text: string) => text.replace(',warning,', ',removal,'),
      /violations\.csv, line 6, column measure: "removal": expected measure: removal needs a candidacy/,
    ],
    [
      'an incident that is told of before it is filed',
      'incidents.csv',
      2,
      (text: string) => text.replace(',file,', ',update,'),
      /incidents\.csv, line 2, column step: "update": expected each incident filed once, and first/,
    ],
    [
      'an incident that goes back to an earlier moment and state',
      'incidents.csv',
      7,
      (text: string) => text.replace('10-01T05:20:00', '10-01T00:20:00').replace(',monitoring,', ',investigating,'),
      /incidents\.csv, line 7, column at: .*expected the steps of an incident in order\nincidents\.csv, line 7, column state/,
    ],
    [
      'an incident at a place that there is not',
      'incidents.csv',
      14,
      (text: string) => text.replace(',KZ-VOS,', ',KZ-ZZZ,'),
      /incidents\.csv, line 14, column unit_codes: "KZ-ZZZ": expected codes of geography\.csv/,
    ],
    [
      'an incident of an unknown severity',
      'incidents.csv',
      2,
      (text: string) => text.replace(',critical,', ',urgent,'),
      /incidents\.csv, line 2, column severity: "urgent"/,
    ],
  ])('refuses %s, with its place', async (_name, file, line, change, expected) => {
    replaceLine(file, line, change);
    expect(await complaint()).toMatch(expected);
  });

  it('refuses decisions on one candidacy that are out of order', async () => {
    edit('candidacy_changes.csv', (lines) => {
      const [header = '', first = '', second = '', ...others] = lines;
      return [header, first, second.replace(/^[^,]+/, first.split(',')[0] ?? '').replace('T16:', 'T09:'), ...others];
    });
    expect(await complaint()).toMatch(
      /candidacy_changes\.csv, line 3, column announced_at: "[^"]+": expected decisions on one candidacy in order/,
    );
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
