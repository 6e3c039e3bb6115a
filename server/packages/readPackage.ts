import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { ElectionFile } from '#domain/election.ts';
import { type ElectionPackage, measures, PackageError, type TurnoutSource } from '#domain/electionPackage.ts';
import { IncidentScriptRow } from '#domain/incidents/incidentScriptRow.ts';
import {
  CandidacyChangeRow,
  CandidacyRow,
  ContestRow,
  GeographyRow,
  RollRow,
  TurnoutRow,
} from '#domain/packageRows.ts';
import { CaseScriptRow } from '#domain/violations/caseScriptRow.ts';
import { candidacyChangeProblems, candidacyProblems } from './candidacyProblems.ts';
import { toCandidacy, toCandidacyChange, toContest, toUnit } from './fromRows.ts';
import { contestProblems, geographyProblems, rollProblems, turnoutProblems } from './packageProblems.ts';
import { incidentProblems, toIncidentScripts } from './readIncidents.ts';
import { type NumberedRow, readTable } from './readTable.ts';
import { violationProblems } from './readViolations.ts';
import { toCaseScripts } from './toCaseScripts.ts';

/** Reads and checks a whole package folder. Throws PackageError that names every place at fault; nothing was stored. */
export async function readPackage(folder: string): Promise<ElectionPackage> {
  const election = readElectionFile(join(folder, 'election.json'));
  const geography = await readTable(join(folder, 'geography.csv'), GeographyRow);
  const roll = await readTable(join(folder, 'roll.csv'), RollRow);
  const contests = await readTable(join(folder, 'contests.csv'), ContestRow);
  const turnout = await readTable(join(folder, 'turnout.csv'), TurnoutRow);
  const candidacies = await readOptional(join(folder, 'candidacies.csv'), CandidacyRow);
  const changes = await readOptional(join(folder, 'candidacy_changes.csv'), CandidacyChangeRow);
  const violations = await readOptional(join(folder, 'violations.csv'), CaseScriptRow);
  const incidents = await readOptional(join(folder, 'incidents.csv'), IncidentScriptRow);
  const candidacyChanges = changes
    .map(({ row }) => toCandidacyChange(row))
    .sort((a, b) => Date.parse(a.announcedAt) - Date.parse(b.announcedAt));
  const problems = [
    ...geographyProblems(geography),
    ...rollProblems(roll, geography),
    ...contestProblems(contests, geography),
    ...turnoutProblems(turnout, geography),
    ...candidacyProblems(candidacies, contests),
    ...candidacyChangeProblems(changes, candidacies),
    ...violationProblems(violations, { geography, candidacies, changes: candidacyChanges }),
    ...incidentProblems(incidents, geography),
  ];
  if (problems.length > 0) throw new PackageError(problems);
  const units = geography.map(({ row }) => toUnit(row));
  return {
    election,
    units,
    roll: new Map(
      roll.map(({ row }) => [row.district_code, { eligible: row.eligible, specialList: row.special_list }]),
    ),
    contests: contests.map(({ row }) => toContest(row)),
    candidacies: candidacies.map(({ row }) => toCandidacy(row)),
    candidacyChanges,
    violations: toCaseScripts(violations, { units, changes: candidacyChanges }),
    incidents: toIncidentScripts(incidents),
    turnout: collectSources(turnout),
  };
}

/** A package of turnout alone has no candidacies. */
async function readOptional<T>(path: string, schema: z.ZodObject & z.ZodType<T>): Promise<NumberedRow<T>[]> {
  return existsSync(path) ? readTable(path, schema) : [];
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
