import { describe, expect, it } from 'vitest';
import type { EditionInput } from '#domain/results/composeEdition.ts';
import { ContestFile } from '#domain/results/resultFiles.ts';
import { renderEdition } from '#server/press/renderEdition.ts';
import {
  candidacyOf,
  composeSmallEdition,
  firstHead,
  smallCandidacies,
  smallProtocols,
} from '#tests/support/smallResults.ts';
import { getText, packageProblems, readRows } from './tableFiles.ts';

const render = (options: Partial<EditionInput> = {}) => renderEdition(composeSmallEdition(options));
const names = (name: string) => ({ kk: name, ru: name, en: name });
const tables = ['contests.csv', 'candidacies.csv', 'votes.csv', 'protocols.csv', 'turnout.csv'];
const ids = (text: string) => [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id).toSorted();

const editions: [string, Partial<EditionInput>][] = [
  ['results', {}],
  ['a zero feed', { protocols: null }],
  ['results with a contest withheld', { retractions: new Map([['president', names('recount')]]) }],
  ['a correction', { head: { ...firstHead, edition: 2, corrects: 1, reason: names('recount') } }],
];

describe.each(editions)('the files of %s', (_, options) => {
  it('are the same a second time, and in whichever order protocols came', () => {
    const files = render(options);
    expect(render(options)).toEqual(files);
    if (options.protocols !== null)
      expect(render({ ...options, protocols: smallProtocols.toReversed() })).toEqual(files);
  });

  it('stand each under its own path and end with a line end', () => {
    const files = render(options);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
    for (const { text } of files) expect(text.at(-1)).toBe('\n');
  });

  it('tell in the first columns of every table which edition they are of', () => {
    const files = render(options);
    const { edition, status } = composeSmallEdition(options).head;
    const csv = files.filter(({ path }) => path.endsWith('.csv'));
    expect(csv).toHaveLength(tables.length + 6);
    for (const { path } of csv) {
      const rows = readRows(files, path);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows)
        expect(Object.entries(row).slice(0, 4)).toEqual([
          ['election_id', 'small'],
          ['is_test', 'true'],
          ['edition', String(edition)],
          ['status', status],
        ]);
    }
  });

  it('have tables that are as the data package says', () => {
    expect(packageProblems(render(options))).toEqual([]);
  });
});

describe('a zero feed', () => {
  const zero = render({ protocols: null });
  const results = render();

  it('has the paths and the ids of the results', () => {
    expect(zero.map(({ path }) => path)).toEqual(results.map(({ path }) => path));
    for (const { path } of zero.filter(({ path }) => /^contests\/.*\.json$/.test(path)))
      expect(ids(getText(zero, path))).toEqual(ids(getText(results, path)));
    const candidacies = (files: typeof zero) => readRows(files, 'candidacies.csv').map((row) => row.candidacy_id);
    expect(candidacies(zero).toSorted()).toEqual(candidacies(results).toSorted());
  });

  it('has no figure in any table but the roll', () => {
    const figures = ['votes', 'rank', 'outcome', 'share_base', 'ballots', 'invalid', 'blank', 'annulled', 'voted'];
    for (const path of zero.map(({ path }) => path).filter((path) => path.endsWith('.csv'))) {
      for (const row of readRows(zero, path)) for (const name of figures) expect(row[name] ?? '', path).toBe('');
    }
    expect(readRows(zero, 'turnout.csv')[0]).toMatchObject({ unit_code: 'XX', eligible: '4000' });
    expect(readRows(zero, 'votes.csv')).toHaveLength(3 * 4 + 5 * 2 + 4 * 2 + 3 + 1 + 2);
  });
});

describe('the tables of results', () => {
  const files = render();

  it('add up to one another', () => {
    const votes = readRows(files, 'votes.csv');
    const sumOf = (id: string) => votes.filter((row) => row.candidacy_id === id).map((row) => Number(row.votes));
    for (const { candidacy_id: id = '', votes: told, contest_id: contest } of readRows(files, 'candidacies.csv')) {
      if (contest === 'council-B-2') expect(told).toBe('');
      else expect(sumOf(id).reduce((sum, count) => sum + count, 0)).toBe(Number(told));
    }
  });

  it('name merged districts together', () => {
    expect(readRows(files, 'protocols.csv').filter((row) => row.contest_id === 'council-B')).toEqual([
      expect.objectContaining({ area: 'XX-B-1 XX-B-2', ballots: '44', votes: '72', blank: '16', voted: '44' }),
    ]);
  });

  it('tell what a share is of', () => {
    const rows = readRows(files, 'candidacies.csv');
    expect(rows.find((row) => row.candidacy_id === 'president-1')).toMatchObject({
      share_of: 'valid_votes',
      share_base: '194',
    });
    expect(rows.find((row) => row.candidacy_id === 'council-A-2')).toMatchObject({
      share_of: 'ballots',
      share_base: '160',
      candidacy_status: 'removed',
      decision_number: '12-K',
      votes_treatment: 'annulled',
      votes: '80',
      rank: '',
      outcome: 'not_eligible',
    });
  });

  it('have for each contest a total of each candidacy, then its areas', () => {
    const rows = readRows(files, 'contests/president.csv').filter((row) => row.candidacy_id === 'president-2');
    expect(rows.map(({ row, area, votes }) => [row, area, votes])).toEqual([
      ['total', '', '71'],
      ['area', 'XX-A-1', '30'],
      ['area', 'XX-A-2', '20'],
      ['area', 'XX-B-1 XX-B-2', '21'],
    ]);
  });
});

describe('names that a spreadsheet could take for something else', () => {
  const odd = '=HYPERLINK("http://example.org","Тыңда, \r\nмұнда")';
  const oddNames = { kk: odd, ru: '+7 "Иванов"', en: '@SUM(1,2)' };
  const renamed = smallCandidacies.map((candidacy) =>
    candidacy.id === 'president-1' ? { ...candidacy, names: oddNames } : candidacy,
  );
  const files = render({ candidacies: renamed });

  it('begin with an apostrophe in tables, and are quoted', () => {
    for (const path of ['candidacies.csv', 'contests/president.csv']) {
      expect(readRows(files, path)[0]).toMatchObject({
        name_kk: `'${odd}`,
        name_ru: '\'+7 "Иванов"',
        name_en: "'@SUM(1,2)",
      });
    }
    expect(getText(files, 'candidacies.csv')).toContain(`"'=HYPERLINK(""http://example.org"",""Тыңда, \r\nмұнда"")"`);
    expect(packageProblems(files)).toEqual([]);
  });

  it('are as they are in JSON', () => {
    const { contest } = ContestFile.parse(JSON.parse(getText(files, 'contests/president.json')));
    expect(contest.candidacies[0]?.names).toEqual(oddNames);
  });
});

it('a table has lines that end with CR LF, and begins with its header', () => {
  const files = render({ candidacies: [...smallCandidacies, candidacyOf('president', 4)], protocols: null });
  for (const path of tables) {
    const text = getText(files, path);
    expect(text.startsWith('election_id,')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  }
});

it('the way to check a bundle is told with the same commands in three languages', () => {
  const [title, ...parts] = getText(render(), 'verify.txt').split(/^(?=ҚАЗАҚША|ПО-РУССКИ|ENGLISH)/m);
  expect(title).toContain('saylau-small-edition-1  REHEARSAL');
  const commands = parts.map((part) =>
    part.split('\n').filter((line) => /^ {3}[a-z0-9]+ .*(manifest|zip|key)/.test(line)),
  );
  expect(commands[0]).toHaveLength(5);
  expect(commands).toEqual([commands[0], commands[0], commands[0]]);
});
