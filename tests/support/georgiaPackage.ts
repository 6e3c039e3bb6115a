import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** The presidential election of Georgia of 27 October 2013 by precinct, where the folder is at hand. */
export const georgiaSource = '../shared/data/georgia-2013';
export const hasGeorgia = existsSync(georgiaSource);

const Figure = z.string().regex(/^\d+$/).transform(Number);
const Place = z.object({ code: z.string(), parent_code: z.string(), level: z.string(), name_en: z.string() });
const Precinct = z.object({
  district_code: z.string(),
  precinct: z.string(),
  eligible: Figure,
  special_list: Figure,
  voted_12h: Figure,
  voted_17h: Figure,
  voted_20h: Figure,
  invalid: Figure,
});
export type Precinct = z.infer<typeof Precinct>;
const Candidate = z.object({ candidate_no: Figure, name_en: z.string() });
export type Candidate = z.infer<typeof Candidate>;
const DistrictVotes = z.object({ district_code: z.string(), candidate_no: Figure, votes: Figure });
export type DistrictVotes = z.infer<typeof DistrictVotes>;
const Expected = z.object({
  totals: z.object({
    eligible: z.number(),
    voted_12h: z.number(),
    voted_17h: z.number(),
    voted_20h: z.number(),
    invalid: z.number(),
  }),
  valid_votes: z.number(),
  candidates: z.array(z.object({ name_en: z.string(), votes: z.number(), percent: z.number() })),
});

function readRows<T>(file: string, schema: z.ZodType<T>): T[] {
  return z.array(schema).parse(parse(readFileSync(join(georgiaSource, file)), { columns: true }));
}

export const readPrecincts = (): Precinct[] => readRows('precincts.csv', Precinct);
export const readCandidates = (): Candidate[] => readRows('candidates.csv', Candidate);
export const readResults = (): DistrictVotes[] => readRows('results.csv', DistrictVotes);
export const presidentContest = 'president';
/** The id that a candidate's number of the source has in the package. */
export const candidacyIdOf = (candidateNo: number): string => `${presidentContest}-${candidateNo}`;
export const readExpected = () =>
  Expected.parse(JSON.parse(readFileSync(join(georgiaSource, 'expected.json'), 'utf8')));

const day = (time: string) => `2013-10-27T${time}:00+04:00`;
const decidedBy = {
  kk: 'Орталық сайлау комиссиясы',
  ru: 'Центральная избирательная комиссия',
  en: 'Central Election Commission',
};

const election = {
  id: 'georgia-2013',
  names: {
    kk: '2013 жылғы Грузия президентінің сайлауы',
    ru: 'Выборы президента Грузии 2013 года',
    en: 'Presidential election of Georgia 2013',
  },
  timeZone: 'Asia/Tbilisi',
  electorate: 'voters',
  channels: ['station'],
  phases: [],
  windows: [
    {
      channel: 'station',
      opensAt: day('08:00'),
      closesAt: day('20:00'),
      announcedAt: '2013-07-01T12:00:00+04:00',
      reason: null,
      decidedBy,
    },
  ],
  publications: [
    { publishAt: '2013-10-28T12:00:00+04:00', announcedAt: '2013-07-01T12:00:00+04:00', reason: null, decidedBy },
  ],
  contacts: {},
  notes: null,
};

/** Makes an election package of the source's files in `folder`: every precinct a station of its district. */
export function writeGeorgiaPackage(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const places = readRows('geography.csv', Place);
  const precincts = readPrecincts();
  const write = (file: string, header: string, rows: readonly (readonly (string | number)[])[]) =>
    writeFileSync(join(folder, file), `${[header, ...rows.map((row) => row.map(quote).join(','))].join('\n')}\n`);

  writeFileSync(join(folder, 'election.json'), JSON.stringify(election));
  write(
    'geography.csv',
    'code,parent_code,level,iso_3166_2,name_kk,name_ru,name_en,tile_column,tile_row',
    places.map(({ code, parent_code, level, name_en }) => [
      code,
      parent_code,
      level,
      '',
      name_en,
      name_en,
      name_en,
      '',
      '',
    ]),
  );
  const districts = places.filter(({ level }) => level === 'district');
  const sum = (code: string, figure: 'eligible' | 'special_list') =>
    precincts
      .filter((precinct) => precinct.district_code === code)
      .reduce((total, precinct) => total + precinct[figure], 0);
  write(
    'roll.csv',
    'district_code,eligible,special_list',
    districts.map(({ code }) => [code, sum(code, 'eligible'), sum(code, 'special_list')]),
  );
  write('contests.csv', 'contest_id,unit_code,name_kk,name_ru,name_en,seats,votes_allowed,share_of', [
    [presidentContest, 'GE', 'Грузия президенті', 'Президент Грузии', 'President of Georgia', 1, 1, 'valid_votes'],
  ]);
  write(
    'candidacies.csv',
    'candidacy_id,contest_id,ballot_number,name_kk,name_ru,name_en',
    readCandidates().map(({ candidate_no, name_en }) => [
      candidacyIdOf(candidate_no),
      presidentContest,
      candidate_no,
      name_en,
      name_en,
      name_en,
    ]),
  );
  write(
    'turnout.csv',
    'district_code,station,moment,authorized,refused_not_on_roll,refused_iin_used,refused_phone_used,refused_ip_used,refused_outside_window,voted_online,voted_station,voted_paper,reason',
    precincts.flatMap((precinct) =>
      [
        [day('08:00'), 0] as const,
        [day('12:00'), precinct.voted_12h] as const,
        [day('17:00'), precinct.voted_17h] as const,
        [day('20:00'), precinct.voted_20h] as const,
      ].map(([moment, voted]) => [
        precinct.district_code,
        precinct.precinct,
        moment,
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        voted,
        '',
        '',
      ]),
    ),
  );
}

function quote(cell: string | number): string {
  return /[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);
}
