import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ElectionFile } from '#domain/election.ts';
import {
  type Contest,
  ContestRow,
  type ElectionPackage,
  GeographyRow,
  measures,
  PackageError,
  type PackageProblem,
  RollRow,
  TurnoutRow,
  type TurnoutSource,
} from '#domain/electionPackage.ts';
import type { Unit } from '#domain/geography.ts';
import { type NumberedRow, readTable } from './readTable.ts';

/** Reads and checks a whole package folder. Throws PackageError that names every place at fault; nothing was stored. */
export async function readPackage(folder: string): Promise<ElectionPackage> {
  const election = readElectionFile(join(folder, 'election.json'));
  const geography = await readTable(join(folder, 'geography.csv'), GeographyRow);
  const roll = await readTable(join(folder, 'roll.csv'), RollRow);
  const contests = await readTable(join(folder, 'contests.csv'), ContestRow);
  const turnout = await readTable(join(folder, 'turnout.csv'), TurnoutRow);
  const problems = [
    ...geographyProblems(geography),
    ...rollProblems(roll, geography),
    ...contestProblems(contests, geography),
    ...turnoutProblems(turnout, geography),
  ];
  if (problems.length > 0) throw new PackageError(problems);
  return {
    election,
    units: geography.map(({ row }) => toUnit(row)),
    roll: new Map(roll.map(({ row }) => [row.district_code, { eligible: row.eligible, specialList: row.special_list }])),
    contests: contests.map(({ row }) => toContest(row)),
    turnout: collectSources(turnout),
  };
}

function readElectionFile(path: string): ElectionFile {
  const file = 'election.json';
  const problem = (expected: string, column: string | null = null) =>
    new PackageError([{ file, line: null, column, value: null, expected }]);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw problem('the file to be there');
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw problem(`JSON (${error instanceof Error ? error.message : error})`);
  }
  const parsed = ElectionFile.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new PackageError(
    parsed.error.issues.map((issue) => ({ file, line: null, column: issue.path.join('.'), value: null, expected: issue.message })),
  );
}

function toUnit(row: GeographyRow): Unit {
  return {
    code: row.code,
    parentCode: row.parent_code || null,
    level: row.level,
    iso: row.iso_3166_2 || null,
    names: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
    tile: row.tile_column === null || row.tile_row === null ? null : { column: row.tile_column, row: row.tile_row },
  };
}

function toContest(row: ContestRow): Contest {
  return {
    id: row.contest_id,
    unitCode: row.unit_code,
    names: { kk: row.name_kk, ru: row.name_ru, en: row.name_en },
    seats: row.seats,
    votesAllowed: row.votes_allowed,
  };
}

function collectSources(rows: readonly NumberedRow<TurnoutRow>[]): TurnoutSource[] {
  const sources = new Map<string, TurnoutSource>();
  for (const { row } of rows) {
    const key = `${row.district_code}\t${row.station}`;
    const source = sources.get(key) ?? startSource(row);
    sources.set(key, source);
    source.momentsMs.push(Date.parse(row.moment));
    for (const measure of measures) source.cumulative[measure].push(Number(row[measure]));
    source.reasons.push(row.reason);
  }
  return [...sources.values()];
}

function startSource(row: TurnoutRow): TurnoutSource {
  const cumulative = Object.fromEntries(measures.map((measure) => [measure, []])) as unknown as TurnoutSource['cumulative'];
  return { districtCode: row.district_code, station: row.station, momentsMs: [], cumulative, reasons: [] };
}

/** Problems of one table, each named by the line and column of the row it is in. */
function problemsOf<T>(file: string, rows: readonly NumberedRow<T>[], check: (row: T, tell: (column: keyof T & string, expected: string) => void) => void): PackageProblem[] {
  const problems: PackageProblem[] = [];
  for (const { line, row } of rows) {
    check(row, (column, expected) => problems.push({ file, line, column, value: String(row[column]), expected }));
  }
  return problems;
}

const parentLevel = { country: null, region: 'country', district: 'region' } as const;

function geographyProblems(rows: readonly NumberedRow<GeographyRow>[]): PackageProblem[] {
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
      if ((row.tile_column === null) !== (row.tile_row === null)) tell('tile_row', 'a tile column and a tile row, or neither');
    }),
  );
  if (countries.length !== 1) {
    problems.push({ file: 'geography.csv', line: countries[1]?.line ?? null, column: 'level', value: null, expected: 'exactly one country' });
  }
  return problems;
}

function rollProblems(rows: readonly NumberedRow<RollRow>[], geography: readonly NumberedRow<GeographyRow>[]): PackageProblem[] {
  const missing = new Set(geography.filter(({ row }) => row.level === 'district').map(({ row }) => row.code));
  const seen = new Set<string>();
  const problems = problemsOf('roll.csv', rows, (row, tell) => {
    if (seen.has(row.district_code)) tell('district_code', 'each district once');
    else if (!missing.delete(row.district_code)) tell('district_code', 'a district of geography.csv');
    seen.add(row.district_code);
  });
  for (const code of missing) problems.push({ file: 'roll.csv', line: null, column: 'district_code', value: code, expected: 'a row for this district' });
  return problems;
}

function contestProblems(rows: readonly NumberedRow<ContestRow>[], geography: readonly NumberedRow<GeographyRow>[]): PackageProblem[] {
  const codes = new Set(geography.map(({ row }) => row.code));
  const seen = new Set<string>();
  return problemsOf('contests.csv', rows, (row, tell) => {
    if (seen.has(row.contest_id)) tell('contest_id', 'each contest once');
    seen.add(row.contest_id);
    if (!codes.has(row.unit_code)) tell('unit_code', 'a unit of geography.csv');
    if (row.votes_allowed < 1) tell('votes_allowed', 'at least 1');
  });
}

function turnoutProblems(rows: readonly NumberedRow<TurnoutRow>[], geography: readonly NumberedRow<GeographyRow>[]): PackageProblem[] {
  const districts = new Set(geography.filter(({ row }) => row.level === 'district').map(({ row }) => row.code));
  const latest = new Map<string, number>();
  return problemsOf('turnout.csv', rows, (row, tell) => {
    if (!districts.has(row.district_code)) tell('district_code', 'a district of geography.csv');
    const key = `${row.district_code}\t${row.station}`;
    const momentMs = Date.parse(row.moment);
    if (momentMs <= (latest.get(key) ?? Number.NEGATIVE_INFINITY)) tell('moment', 'moments of one place in order, each once');
    latest.set(key, momentMs);
  });
}
