import type { PackageProblem } from '#domain/electionPackage.ts';
import type { ContestRow, GeographyRow, RollRow, TurnoutRow } from '#domain/packageRows.ts';
import type { NumberedRow } from './readTable.ts';

/** Problems of one table, each named by the line and column of the row it is in. */
export function problemsOf<T>(
  file: string,
  rows: readonly NumberedRow<T>[],
  check: (row: T, tell: (column: keyof T & string, expected: string) => void) => void,
): PackageProblem[] {
  const problems: PackageProblem[] = [];
  for (const { line, row } of rows) {
    check(row, (column, expected) => problems.push({ file, line, column, value: String(row[column]), expected }));
  }
  return problems;
}

const parentLevel = { country: null, region: 'country', district: 'region' } as const;

export function geographyProblems(rows: readonly NumberedRow<GeographyRow>[]): PackageProblem[] {
  const levels = new Map<string, GeographyRow['level']>();
  const countries = rows.filter(({ row }) => row.level === 'country');
  const problems = problemsOf('geography.csv', rows, (row, tell) => {
    if (levels.has(row.code)) tell('code', 'each code once');
    levels.set(row.code, row.level);
  });
  problems.push(
    ...problemsOf('geography.csv', rows, (row, tell) => {
      const parent = parentLevel[row.level];
      if (parent === null && row.parent_code !== '') tell('parent_code', 'nothing above a country');
      if (parent !== null && levels.get(row.parent_code) !== parent) tell('parent_code', `the code of a ${parent}`);
      if ((row.tile_column === null) !== (row.tile_row === null))
        tell('tile_row', 'a tile column and a tile row, or neither');
    }),
  );
  if (countries.length !== 1) {
    problems.push({
      file: 'geography.csv',
      line: countries[1]?.line ?? null,
      column: 'level',
      value: null,
      expected: 'exactly one country',
    });
  }
  return problems;
}

export function rollProblems(
  rows: readonly NumberedRow<RollRow>[],
  geography: readonly NumberedRow<GeographyRow>[],
): PackageProblem[] {
  const missing = new Set(geography.filter(({ row }) => row.level === 'district').map(({ row }) => row.code));
  const seen = new Set<string>();
  const problems = problemsOf('roll.csv', rows, (row, tell) => {
    if (seen.has(row.district_code)) tell('district_code', 'each district once');
    else if (!missing.delete(row.district_code)) tell('district_code', 'a district of geography.csv');
    seen.add(row.district_code);
  });
  for (const code of missing)
    problems.push({
      file: 'roll.csv',
      line: null,
      column: 'district_code',
      value: code,
      expected: 'a row for this district',
    });
  return problems;
}

export function contestProblems(
  rows: readonly NumberedRow<ContestRow>[],
  geography: readonly NumberedRow<GeographyRow>[],
): PackageProblem[] {
  const codes = new Set(geography.map(({ row }) => row.code));
  const seen = new Set<string>();
  return problemsOf('contests.csv', rows, (row, tell) => {
    if (seen.has(row.contest_id)) tell('contest_id', 'each contest once');
    seen.add(row.contest_id);
    if (!codes.has(row.unit_code)) tell('unit_code', 'a unit of geography.csv');
  });
}

export function turnoutProblems(
  rows: readonly NumberedRow<TurnoutRow>[],
  geography: readonly NumberedRow<GeographyRow>[],
): PackageProblem[] {
  const districts = new Set(geography.filter(({ row }) => row.level === 'district').map(({ row }) => row.code));
  const latest = new Map<string, number>();
  return problemsOf('turnout.csv', rows, (row, tell) => {
    if (!districts.has(row.district_code)) tell('district_code', 'a district of geography.csv');
    const key = `${row.district_code}\t${row.station}`;
    const momentMs = Date.parse(row.moment);
    if (momentMs <= (latest.get(key) ?? Number.NEGATIVE_INFINITY))
      tell('moment', 'moments of one place in order, each once');
    latest.set(key, momentMs);
  });
}
