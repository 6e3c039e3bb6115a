import { courseOfMarks } from './courseOfMarks.ts';
import type { ElectionPackage } from './electionPackage.ts';
import { votingSpan } from './phase.ts';

/** How one contest is marked in one district. */
export interface ContestMarks {
  contestId: string;
  candidacyIds: string[];
  /** Marks of the district's ballot of that rank, as places in `candidacyIds`. */
  marksOf(rank: number): number[];
}

/** By district: the contests its voters vote in. Candidacies that were gone when voting opened are not there to be marked. */
export function listDistrictMarks(source: ElectionPackage, seed: number): Map<string, ContestMarks[]> {
  const country = source.units.find(({ level }) => level === 'country')?.code;
  const candidacies = listMarkable(source);
  const districts = source.units.filter(({ level }) => level === 'district');
  return new Map(
    districts.map(({ code: districtCode, parentCode }) => [
      districtCode,
      source.contests
        .filter(({ unitCode }) => [districtCode, parentCode, country].includes(unitCode))
        .map(({ id: contestId, votesAllowed }) => {
          const candidacyIds = candidacies.get(contestId) ?? [];
          const marksOf = courseOfMarks({ districtCode, contestId, votesAllowed, candidacyIds }, seed);
          return { contestId, candidacyIds, marksOf };
        }),
    ]),
  );
}

function listMarkable({ election, candidacies, candidacyChanges }: ElectionPackage): Map<string, string[]> {
  const opensAtMs = votingSpan(election)?.opensAtMs ?? Number.NEGATIVE_INFINITY;
  const statuses = new Map(
    candidacyChanges
      .filter(({ announcedAt }) => Date.parse(announcedAt) <= opensAtMs)
      .map(({ candidacyId, status }) => [candidacyId, status]),
  );
  const byContest = new Map<string, string[]>();
  for (const { id, contestId } of [...candidacies].sort((a, b) => a.ballotNumber - b.ballotNumber)) {
    if ((statuses.get(id) ?? 'registered') !== 'registered') continue;
    byContest.set(contestId, [...(byContest.get(contestId) ?? []), id]);
  }
  return byContest;
}
