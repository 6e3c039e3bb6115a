import type { CandidacyEntry, Contest, ElectionPackage } from '#domain/electionPackage.ts';
import { measures } from '#domain/electionPackage.ts';
import type { Unit } from '#domain/geography.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import { vary } from '../support/vary.ts';

const names = (name: string) => ({ kk: `${name} kk`, ru: `${name} ru`, en: name });
const unit = (code: string, parentCode: string | null, level: Unit['level']): Unit => ({
  code,
  parentCode,
  level,
  iso: null,
  names: names(`Place ${code}`),
  tile: null,
});

export const districtCodes = ['XX-A-1', 'XX-A-2', 'XX-B-1', 'XX-B-2'] as const;
/** Everybody in a district: so many that counts of candidates have eight digits and more, which nothing else has. */
export const eligible = 200_000_000;
export const voted: Readonly<Record<string, number>> = {
  'XX-A-1': 187_650_001,
  'XX-A-2': 186_540_002,
  'XX-B-1': 184_320_003,
  'XX-B-2': 183_210_004,
};

/** Seats, and how many stand; all of the district, the region or the country vote. */
const stand: readonly { id: string; unitCode: string; seats: number; candidates: number }[] = [
  { id: 'president', unitCode: 'XX', seats: 1, candidates: 7 },
  { id: 'council-A', unitCode: 'XX-A', seats: 3, candidates: 9 },
  { id: 'town-B-1', unitCode: 'XX-B-1', seats: 1, candidates: 6 },
];
const contests: Contest[] = stand.map(({ id, unitCode, seats }) => ({
  id,
  unitCode,
  names: names(`Contest ${id}`),
  seats,
  votesAllowed: seats,
  shareOf: id === 'president' ? 'valid_votes' : 'ballots',
}));
const candidacies: CandidacyEntry[] = stand.flatMap(({ id, candidates }) =>
  Array.from({ length: candidates }, (_, index) => ({
    id: `${id}-${index + 1}`,
    contestId: id,
    ballotNumber: index + 1,
    names: names(`Invented Person ${index + 1} of ${id}`),
  })),
);

const decidedBy = names('commission');
/** Results are due at noon; the check runs in the morning before. */
export const beforePublication = '2020-10-05T09:00:00+06:00';
export const publication = '2020-10-05T12:00:00+06:00';

export const canaryElection: ElectionPackage = {
  election: {
    id: 'embargo',
    names: names('Election under embargo'),
    timeZone: 'Asia/Almaty',
    electorate: 'members',
    channels: ['paper'],
    phases: [],
    contacts: {},
    notes: null,
    windows: [
      {
        channel: 'paper',
        opensAt: '2020-10-01T08:00:00+06:00',
        closesAt: '2020-10-04T14:00:00+06:00',
        announcedAt: '2020-09-01T00:00:00+06:00',
        reason: null,
        decidedBy,
      },
    ],
    publications: [{ publishAt: publication, announcedAt: '2020-09-01T00:00:00+06:00', reason: null, decidedBy }],
  },
  units: [
    unit('XX', null, 'country'),
    unit('XX-A', 'XX', 'region'),
    unit('XX-B', 'XX', 'region'),
    ...districtCodes.map((code) => unit(code, code.slice(0, 4), 'district')),
  ],
  roll: new Map(districtCodes.map((code) => [code, { eligible, specialList: 0 }])),
  contests,
  candidacies,
  violations: [],
  incidents: [],
  candidacyChanges: [],
  turnout: districtCodes.map((districtCode) => ({
    districtCode,
    station: '',
    momentsMs: [],
    cumulative: Object.fromEntries(
      measures.map((measure) => [measure, []]),
    ) as unknown as ElectionPackage['turnout'][number]['cumulative'],
    reasons: [],
  })),
};

/** Protocols of every contest that add up; another `seed` gives others, and `scale` fewer digits. */
export function canaryProtocols(seed: string, scale = 1): Protocol[] {
  return contests.flatMap((contest) =>
    districtCodes
      .filter((code) => code.startsWith(contest.unitCode))
      .map((code) => canaryProtocol(contest, code, seed, scale)),
  );
}

function canaryProtocol({ id, votesAllowed }: Contest, districtCode: string, seed: string, scale: number): Protocol {
  const draw = (what: string, low: number, high: number) =>
    Math.floor(vary(`${seed} ${id} ${districtCode} ${what}`, low, high) * scale);
  const ballots = draw('ballots', 171_000_000, 179_000_000);
  const invalid = draw('invalid', 11_000_000, 19_000_000);
  // The order of a contest is the same in all districts, and not that of the ballot.
  const own = candidacies.filter(({ contestId }) => contestId === id);
  const strength = own.map((candidacy) => vary(`${seed} ${candidacy.id}`, 0.2, 1));
  const total = strength.reduce((sum, part) => sum + part, 0);
  const possible = (ballots - invalid) * votesAllowed;
  const votes = own.map((candidacy, index) => {
    const share = (strength[index] ?? 0) / total;
    const noise = vary(`${seed} ${candidacy.id} ${districtCode}`, 0.97, 0.99);
    return [candidacy.id, Math.floor(possible * share * noise)] as const;
  });
  const blank = possible - votes.reduce((sum, [, count]) => sum + count, 0);
  return { contestId: id, districtCode, ballots, invalid, blank, votes: new Map(votes) };
}
