import type { Edition } from '#domain/results/edition.ts';
import {
  toChangesFile,
  toContestFile,
  toContestsFile,
  toDistrictFile,
  toRegionFile,
  toSummaryFile,
} from '#domain/results/editionFiles.ts';
import { resultPaths } from '#domain/results/resultPaths.ts';
import { describeTable, renderDataPackage } from './dataPackage.ts';
import { jsonFile } from './jsonFile.ts';
import { renderNist } from './nist/renderNist.ts';
import type { PressFile } from './pressFile.ts';
import { candidacyTable } from './tables/candidacyTable.ts';
import { contestAreas } from './tables/contestAreas.ts';
import { contestTable } from './tables/contestTable.ts';
import { contestVotesTable } from './tables/contestVotesTable.ts';
import { protocolTable } from './tables/protocolTable.ts';
import { renderTable } from './tables/renderTable.ts';
import type { Table } from './tables/table.ts';
import { turnoutTable } from './tables/turnoutTable.ts';
import { voteTable } from './tables/voteTable.ts';
import { renderVerifyText } from './verifyText.ts';

/** Every file of an edition but those that signing adds. The same edition gives the same text. */
export function renderEdition(edition: Edition): PressFile[] {
  return [
    ...renderPages(edition),
    ...renderContestTables(edition),
    ...renderPackage(edition),
    { path: 'nist-sp-1500-100.json', mediaType: 'application/json', text: renderNist(edition) },
    renderVerifyText(edition.head),
  ];
}

/** The JSON that the pages read, too. */
function renderPages(edition: Edition): PressFile[] {
  const codesOf = (level: 'region' | 'district') =>
    edition.units.filter((unit) => unit.level === level).map(({ code }) => code);
  return [
    jsonFile(resultPaths.summary, toSummaryFile(edition)),
    jsonFile(resultPaths.contests, toContestsFile(edition)),
    jsonFile(resultPaths.changes, toChangesFile(edition)),
    ...edition.contests.map(({ id }) => jsonFile(resultPaths.contest(id), toContestFile(edition, id))),
    ...codesOf('region').map((code) => jsonFile(resultPaths.region(code), toRegionFile(edition, code))),
    ...codesOf('district').map((code) => jsonFile(resultPaths.district(code), toDistrictFile(edition, code))),
  ];
}

function renderContestTables(edition: Edition): PressFile[] {
  const areas = contestAreas(edition);
  return edition.contests.map((contest) =>
    renderTable(contestVotesTable(contest, areas.get(contest.id) ?? []), edition),
  );
}

function renderPackage(edition: Edition): PressFile[] {
  const described = <Row>(table: Table<Row>) => {
    const file = renderTable(table, edition);
    return { file, resource: describeTable(table, file, edition) };
  };
  const tables = [
    described(contestTable),
    described(candidacyTable),
    described(voteTable),
    described(protocolTable),
    described(turnoutTable),
  ];
  return [
    ...tables.map(({ file }) => file),
    renderDataPackage(
      edition,
      tables.map(({ resource }) => resource),
    ),
  ];
}
