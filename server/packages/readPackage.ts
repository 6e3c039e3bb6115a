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
  RollRow,
  TurnoutRow,
  type TurnoutSource,
} from '#domain/electionPackage.ts';
import type { Unit } from '#domain/geography.ts';
import { contestProblems, geographyProblems, rollProblems, turnoutProblems } from './packageProblems.ts';
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
    roll: new Map(
      roll.map(({ row }) => [row.district_code, { eligible: row.eligible, specialList: row.special_list }]),
    ),
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
    parsed.error.issues.map((issue) => ({
      file,
      line: null,
      column: issue.path.join('.'),
      value: null,
      expected: issue.message,
    })),
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
  const cumulative = Object.fromEntries(
    measures.map((measure) => [measure, []]),
  ) as unknown as TurnoutSource['cumulative'];
  return { districtCode: row.district_code, station: row.station, momentsMs: [], cumulative, reasons: [] };
}
