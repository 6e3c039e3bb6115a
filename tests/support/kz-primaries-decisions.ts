import { popularityOf } from '#domain/courseOfMarks.ts';
import { groupBy } from './groupBy.ts';
import type { Candidate, ContestPlace } from './kz-primaries-candidacies.ts';
import { type Cause, causes, debateMissed } from './kz-primaries-causes.ts';
import { vary } from './vary.ts';

type Names = { kk: string; ru: string; en: string };
export interface Decision {
  candidacyId: string;
  status: string;
  votes: string;
  announcedAt: string;
  number: string;
  decidedBy: Names;
  rule: Names;
  reason: Names;
}
export interface Commissions {
  /** Names of the unit's control commission. */
  nameOf(unitCode: string): Names;
  /** First letters of its decisions' numbers. */
  prefixOf(unitCode: string): string;
}

/** From it on each commission numbers its decisions. */
const firstDecisionMs = Date.parse('2020-09-17T00:00:00+06:00');
const dayMs = 24 * 60 * 60_000;

const centralCommission = {
  kk: 'Орталық бақылау комиссиясы',
  ru: 'Центральная контрольная комиссия',
  en: 'Central control commission',
};
const committee = {
  kk: 'Праймеризді ұйымдастыру комитеті',
  ru: 'Организационный комитет праймериз',
  en: 'Organising committee of the primaries',
};

/** Who lost the right to a seat, and why, in the order of the announcements: each in another contest that has people to spare. */
export function composeDecisions(
  contests: ContestPlace[],
  candidates: Candidate[],
  commissions: Commissions,
): Decision[] {
  const byContest = groupBy(candidates, ({ contestId }) => contestId);
  const open = contests.filter(({ contestId, seats }) => (byContest.get(contestId)?.length ?? 0) > 2 * seats);
  const all: Cause[] = [...debatesMissed(), ...causes];
  return all
    .map((cause, index) => {
      const eligible = open.filter(({ unitCode, regionCode }) => cause.by !== 'region' || unitCode === regionCode);
      const contest = take(open, eligible, `contest of decision ${index}`);
      const people = byContest.get(contest.contestId) ?? [];
      const candidate = cause.ofTheStrongest ? strongest(people) : people[pickIndex(`person ${index}`, people.length)];
      if (!candidate) throw new Error(`nobody stands in ${contest.contestId}`);
      return toDecision(cause, candidate, contest, commissions);
    })
    .sort((a, b) => Date.parse(a.announcedAt) - Date.parse(b.announcedAt));
}

/** Two officials gave 27 and 28; here they are 28, two of them decided only while people voted. */
function debatesMissed(): Cause[] {
  return Array.from({ length: 28 }, (_, index) => {
    if (index >= 26) return debateMissed({ announcedAt: `2020-10-0${index - 25}T15:30:00+06:00`, debateDay: 29 });
    const day = 20 + Math.floor((index * 11) / 26);
    const hour = 10 + pickIndex(`hour ${index}`, 9);
    return debateMissed({
      announcedAt: `2020-09-${day}T${hour}:${index % 2 === 0 ? '00' : '30'}:00+06:00`,
      debateDay: day - 2,
    });
  });
}

function take(open: ContestPlace[], eligible: ContestPlace[], key: string): ContestPlace {
  const contest = eligible[pickIndex(key, eligible.length)];
  if (!contest) throw new Error(`no contest is left for the ${key}`);
  open.splice(open.indexOf(contest), 1);
  return contest;
}

function toDecision(cause: Cause, { id }: Candidate, contest: ContestPlace, commissions: Commissions): Decision {
  const { status, votes, announcedAt, rule, reason } = cause;
  const day = Math.floor((Date.parse(announcedAt) - firstDecisionMs) / dayMs);
  const number = 1 + 2 * day + pickIndex(`number ${id}`, 2);
  const unitCode = cause.by === 'region' ? contest.regionCode : contest.unitCode;
  const { prefix, decidedBy } = {
    committee: { prefix: 'ОК', decidedBy: committee },
    central: { prefix: 'ЦКК', decidedBy: centralCommission },
    region: { prefix: commissions.prefixOf(unitCode), decidedBy: commissions.nameOf(unitCode) },
    contest: { prefix: commissions.prefixOf(unitCode), decidedBy: commissions.nameOf(unitCode) },
  }[cause.by];
  return { candidacyId: id, status, votes, announcedAt, number: `${prefix}-${number}`, decidedBy, rule, reason };
}

function strongest(people: Candidate[]): Candidate | undefined {
  return [...people].sort((a, b) => popularityOf(b.id) - popularityOf(a.id))[0];
}

function pickIndex(key: string, length: number): number {
  return Math.floor(vary(key, 0, length));
}
