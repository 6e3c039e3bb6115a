import { composeName, type PersonNames } from './kz-primaries-names.ts';
import { vary } from './vary.ts';

export interface ContestPlace {
  contestId: string;
  unitCode: string;
  regionCode: string;
  seats: number;
}
export interface Candidate {
  id: string;
  contestId: string;
  ballotNumber: number;
  names: PersonNames;
}

/** Where nobody is left over: as many candidacies as seats. */
const uncontested = ['KZ-AKM-EGINDIKOL', 'KZ-KUS-NAURYZYM'];
/** Public record: 91 people stood for the 18 seats of one oblast. */
const counts: Record<string, number> = { 'KZ-SEV': 91 };

/** About four candidacies a seat, in each region numbered through; places on the ballot are drawn by lot. */
export function composeCandidacies(contests: ContestPlace[]): Candidate[] {
  const numbered = new Map<string, number>();
  return contests.flatMap((contest) => {
    const names = composeNames(contest);
    return names.map((personNames, index) => {
      const number = (numbered.get(contest.regionCode) ?? 0) + 1;
      numbered.set(contest.regionCode, number);
      const id = `${contest.regionCode}-${String(number).padStart(4, '0')}`;
      return { id, contestId: contest.contestId, ballotNumber: index + 1, names: personNames };
    });
  });
}

function composeNames({ unitCode, regionCode, seats }: ContestPlace): PersonNames[] {
  const count = countCandidacies(unitCode, seats);
  const names = new Map<string, PersonNames>();
  for (let attempt = 0; names.size < count; attempt += 1) {
    const composed = composeName(`${unitCode} ${attempt}`, regionCode);
    if (!names.has(composed.ru)) names.set(composed.ru, composed);
  }
  return [...names.values()];
}

function countCandidacies(unitCode: string, seats: number): number {
  if (uncontested.includes(unitCode)) return seats;
  return counts[unitCode] ?? Math.round(seats * vary(`candidacies ${unitCode}`, 3.2, 4.7));
}
