// Composes every table but geography.csv of elections/kz-primaries-2020, the same bytes on every run.
// Usage: tsx tests/support/compose-kz-primaries.ts [output folder]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import { apportion, sum } from './apportion.ts';
import { type ContestPlace, composeCandidacies } from './kz-primaries-candidacies.ts';
import { toCandidacyRows, toChangeRows } from './kz-primaries-candidacy-rows.ts';
import { type Commissions, composeDecisions } from './kz-primaries-decisions.ts';
import { composeTurnout, type District } from './kz-primaries-turnout.ts';
import { readRecords } from './read-records.ts';
import { vary } from './vary.ts';

type Unit = { code: string; parentCode: string; level: string; kk: string; ru: string; en: string };
type Row = (string | number)[];

const electionFolder = new URL('../../elections/kz-primaries-2020/', import.meta.url);
const onTheRoll = 835_000;

function compose(outputFolder: string): void {
  const units = readUnits();
  const districts = enrol(units.filter(({ level }) => level === 'district'));
  const write = (name: string, rows: Row[]) => writeFileSync(join(outputFolder, name), stringify(rows));
  write('roll.csv', composeRoll(districts));
  const contests = composeContests(units, districts);
  write('contests.csv', contests);
  write('turnout.csv', composeTurnout(districts));
  const places = contests.slice(1).map((contest) => toPlace(contest, units));
  const candidates = composeCandidacies(places);
  write('candidacies.csv', toCandidacyRows(candidates));
  write('candidacy_changes.csv', toChangeRows(composeDecisions(places, candidates, describeCommissions(units))));
}

function readUnits(): Unit[] {
  return readRecords(new URL('geography.csv', electionFolder)).map((record) => ({
    code: record.get('code'),
    parentCode: record.get('parent_code'),
    level: record.get('level'),
    kk: record.get('name_kk'),
    ru: record.get('name_ru'),
    en: record.get('name_en'),
  }));
}

/** The roll spread over the districts by their population, some more and some less. */
function enrol(units: Unit[]): District[] {
  const records = readRecords(new URL('./kz-population-2020.csv', import.meta.url));
  const byCode = new Map(records.map((record) => [record.get('district_code'), record]));
  const districts = units.map(({ code, parentCode }) => {
    const record = byCode.get(code);
    if (!record) throw new Error(`kz-population-2020.csv has no row for ${code}`);
    return { code, regionCode: parentCode, kind: record.get('kind'), population: Number(record.get('population')) };
  });
  const eligible = apportion(
    onTheRoll,
    districts.map(({ code, population }) => ({
      weight: population * vary(`roll ${code}`, 0.85, 1.15),
      lower: 1,
      upper: Number.POSITIVE_INFINITY,
    })),
  );
  return districts.map((district, index) => ({ ...district, eligible: eligible[index] ?? 0 }));
}

function composeRoll(districts: District[]): Row[] {
  return [['district_code', 'eligible', 'special_list'], ...districts.map(({ code, eligible }) => [code, eligible, 0])];
}

/** A council for every region and for every district outside the three cities. */
function composeContests(units: Unit[], districts: District[]): Row[] {
  const cityDistricts = new Set(districts.filter(({ kind }) => kind === 'city-district').map(({ code }) => code));
  const regions = units.filter(({ level }) => level === 'region');
  const others = units.filter(({ code, level }) => level === 'district' && !cityDistricts.has(code));
  return [
    ['contest_id', 'unit_code', 'name_kk', 'name_ru', 'name_en', 'seats', 'votes_allowed'],
    ...composeCouncils(regions, districts, { fewestSeats: 18, mostSeats: 50 }),
    ...composeCouncils(others, districts, { fewestSeats: 8, mostSeats: 25 }),
  ];
}

function composeCouncils(
  units: Unit[],
  districts: District[],
  { fewestSeats, mostSeats }: { fewestSeats: number; mostSeats: number },
): Row[] {
  const electorates = units.map((unit) => countEligible(unit, districts));
  const smallest = Math.min(...electorates);
  const largest = Math.max(...electorates);
  return units.map(({ code, kk, ru, en }, index) => {
    const size = ((electorates[index] ?? 0) - smallest) / (largest - smallest);
    const seats = Math.round(fewestSeats + (mostSeats - fewestSeats) * size ** 0.7);
    return [
      `maslikhat-${code}`,
      code,
      `${kk}ның мәслихаты`,
      `Маслихат ${inGenitive(ru)}`,
      `Maslikhat of ${en}`,
      seats,
      seats,
    ];
  });
}

function toPlace([contestId, unitCode, , , , seats]: Row, units: Unit[]): ContestPlace {
  const unit = units.find(({ code }) => code === unitCode);
  if (!unit) throw new Error(`geography.csv has no ${unitCode}`);
  const regionCode = unit.level === 'region' ? unit.code : unit.parentCode;
  return { contestId: String(contestId), unitCode: unit.code, regionCode, seats: Number(seats) };
}

function describeCommissions(units: Unit[]): Commissions {
  const unitOf = (unitCode: string) => {
    const unit = units.find(({ code }) => code === unitCode);
    if (!unit) throw new Error(`geography.csv has no ${unitCode}`);
    return unit;
  };
  return {
    nameOf: (unitCode) => {
      const { kk, ru, en } = unitOf(unitCode);
      return {
        kk: `${kk}ның бақылау комиссиясы`,
        ru: `Контрольная комиссия ${inGenitive(ru)}`,
        en: `Control commission of ${en}`,
      };
    },
    prefixOf: (unitCode) => {
      const { level, ru } = unitOf(unitCode);
      if (ru.startsWith('город')) return 'ГКК';
      return level === 'region' ? 'ОКК' : 'РКК';
    },
  };
}

function countEligible({ code: unitCode }: Unit, districts: District[]): number {
  const within = districts.filter(({ code, regionCode }) => code === unitCode || regionCode === unitCode);
  return sum(within.map(({ eligible }) => eligible));
}

function inGenitive(russianName: string): string {
  return russianName
    .replace(/ский район$/, 'ского района')
    .replace(/ая область$/, 'ой области')
    .replace(/^район /, 'района ')
    .replace(/^город /, 'города ');
}

compose(process.argv[2] ?? fileURLToPath(electionFolder));
