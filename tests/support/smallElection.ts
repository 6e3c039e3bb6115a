import type { DatabaseClient } from '#db/client.ts';
import { loadElection } from '#db/commands/loadElection.ts';
import type { CandidacyEntry, Contest, ElectionPackage } from '#domain/electionPackage.ts';
import { measures } from '#domain/electionPackage.ts';
import type { Unit } from '#domain/geography.ts';

const names = (name: string) => ({ kk: name, ru: name, en: name });
const unit = (code: string, parentCode: string | null, level: Unit['level']): Unit => ({
  code,
  parentCode,
  level,
  iso: null,
  names: names(code),
  tile: null,
});

const council = (id: string, unitCode: string, seats: number): Contest => ({
  id,
  unitCode,
  names: names(`Council ${id.slice('council-'.length)}`),
  seats,
  votesAllowed: seats,
  shareOf: 'ballots',
});
const candidacies = (contestId: string, count: number): CandidacyEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${contestId}-${index + 1}`,
    contestId,
    ballotNumber: index + 1,
    names: names(`Candidate ${index + 1} of ${contestId}`),
  }));

export const smallDistricts = ['XX-A-1', 'XX-A-2', 'XX-B-1', 'XX-B-2'] as const;

/** A country of two regions with two districts each, 1,000 members a district; nobody has voted. */
export const smallElection: ElectionPackage = {
  election: {
    id: 'small',
    names: names('Small election'),
    timeZone: 'Asia/Almaty',
    electorate: 'members',
    channels: ['online', 'paper'],
    phases: [],
    contacts: {},
    notes: null,
    windows: [
      {
        channel: 'online',
        opensAt: '2020-10-01T00:00:00+06:00',
        closesAt: '2020-10-03T14:00:00+06:00',
        announcedAt: '2020-09-01T00:00:00+06:00',
        reason: null,
        decidedBy: names('commission'),
      },
      {
        channel: 'online',
        opensAt: '2020-10-01T00:00:00+06:00',
        closesAt: '2020-10-04T14:00:00+06:00',
        announcedAt: '2020-10-02T19:54:00+06:00',
        reason: names('extended'),
        decidedBy: names('commission'),
      },
    ],
    publications: [
      {
        publishAt: '2020-10-05T12:00:00+06:00',
        announcedAt: '2020-09-01T00:00:00+06:00',
        reason: null,
        decidedBy: names('commission'),
      },
    ],
  },
  units: [
    unit('XX', null, 'country'),
    unit('XX-A', 'XX', 'region'),
    unit('XX-B', 'XX', 'region'),
    ...smallDistricts.map((code) => unit(code, code.slice(0, 4), 'district')),
  ],
  roll: new Map(smallDistricts.map((code) => [code, { eligible: 1_000, specialList: 0 }])),
  contests: [
    council('council-A', 'XX-A', 2),
    council('council-A-1', 'XX-A-1', 1),
    council('council-A-2', 'XX-A-2', 3),
    council('council-B', 'XX-B', 2),
  ],
  candidacies: [
    ...candidacies('council-A', 4),
    ...candidacies('council-A-1', 3),
    // As many as seats: uncontested.
    ...candidacies('council-A-2', 3),
    ...candidacies('council-B', 5),
  ],
  candidacyChanges: [
    {
      candidacyId: 'council-A-4',
      status: 'removed',
      votes: 'counted',
      announcedAt: '2020-09-25T12:00:00+06:00',
      number: '1',
      decidedBy: names('commission'),
      rule: names('debates are mandatory'),
      reason: names('missed the debate'),
    },
    {
      candidacyId: 'council-B-1',
      status: 'removed',
      votes: 'annulled',
      announcedAt: '2020-10-02T16:00:00+06:00',
      number: '2',
      decidedBy: names('commission'),
      rule: names('no gifts to voters'),
      reason: names('gave gifts to voters'),
    },
  ],
  violations: [],
  incidents: [],
  turnout: smallDistricts.map((districtCode, index) => ({
    districtCode,
    station: '',
    momentsMs: ['2020-10-01T00:00:00+06:00', '2020-10-01T12:00:00+06:00', '2020-10-02T12:00:00+06:00'].map((text) =>
      Date.parse(text),
    ),
    cumulative: {
      ...(Object.fromEntries(
        measures.map((measure) => [measure, [0, 0, 0]]),
      ) as unknown as ElectionPackage['turnout'][number]['cumulative']),
      authorized: [0, 100 + index, 500],
      refused_ip_used: [0, 7, 9],
      voted_online: [0, 90 + index, 450],
    },
    reasons: ['', '', ''],
  })),
};

/** The small election on the board, its clock standing at 2 October 2020, noon in Almaty. */
export async function loadSmallElection(db: DatabaseClient['db']): Promise<void> {
  const originElection = '2020-10-02T12:00:00+06:00';
  const clock = { mode: 'rehearsal' as const, originReal: new Date().toISOString(), originElection, speed: 0 };
  await loadElection(db, smallElection, { isTest: true, clock });
}
