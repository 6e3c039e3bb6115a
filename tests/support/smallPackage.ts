import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { smallElection } from './smallElection.ts';

/** The small election as a package's files, so that a demo of its own takes seconds; nobody is scripted to count or approve it. */
export function writeSmallPackage(folder: string): void {
  const { election, units, roll, contests, candidacies, turnout } = smallElection;
  const write = (file: string, rows: readonly Record<string, unknown>[]) =>
    writeFileSync(join(folder, file), stringify([...rows], { header: true }));
  const named = ({ kk, ru, en }: { kk: string; ru: string; en: string }) => ({ name_kk: kk, name_ru: ru, name_en: en });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'election.json'), JSON.stringify(election));
  write(
    'geography.csv',
    units.map(({ code, parentCode, level, names }) => ({
      code,
      parent_code: parentCode ?? '',
      level,
      iso_3166_2: '',
      ...named(names),
      tile_column: '',
      tile_row: '',
    })),
  );
  write(
    'roll.csv',
    [...roll].map(([code, { eligible }]) => ({ district_code: code, eligible, special_list: 0 })),
  );
  write(
    'contests.csv',
    contests.map(({ id, unitCode, names, seats, votesAllowed }) => ({
      contest_id: id,
      unit_code: unitCode,
      ...named(names),
      seats,
      votes_allowed: votesAllowed,
    })),
  );
  write(
    'candidacies.csv',
    candidacies.map(({ id, contestId, ballotNumber, names }) => ({
      candidacy_id: id,
      contest_id: contestId,
      ballot_number: ballotNumber,
      ...named(names),
    })),
  );
  write(
    'turnout.csv',
    turnout.flatMap(({ districtCode, momentsMs, cumulative }) =>
      momentsMs.map((moment, index) => ({
        district_code: districtCode,
        station: '',
        moment: new Date(moment).toISOString(),
        ...Object.fromEntries(Object.entries(cumulative).map(([measure, figures]) => [measure, figures[index] ?? 0])),
        reason: '',
      })),
    ),
  );
}
