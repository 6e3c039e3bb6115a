import type { Contest, PackageProblem } from '#domain/electionPackage.ts';
import type { Unit } from '#domain/geography.ts';
import type { Candidacy } from '#domain/results/candidacy.ts';
import { isUncontested } from '#domain/results/rankCandidacies.ts';
import type { NumberedRow } from '#server/packages/readTable.ts';
import type { ProtocolRow } from './protocolRow.ts';

export interface ProtocolSources {
  contests: readonly Pick<Contest, 'id' | 'unitCode' | 'seats' | 'votesAllowed'>[];
  candidacies: readonly Candidacy[];
  /** Each with its region as its parent. */
  districts: readonly Pick<Unit, 'code' | 'parentCode'>[];
}

/** What a contest's protocols must hold. */
export interface ContestPlaces {
  votesAllowed: number;
  /** The districts that vote in it. */
  districtCodes: ReadonlySet<string>;
  candidacyIds: readonly string[];
  /** Seats for everybody who stands: it may have been decided without voting. */
  uncontested: boolean;
}

export function listPlaces({ contests, candidacies, districts }: ProtocolSources): Map<string, ContestPlaces> {
  const regionCodes = new Set(districts.map(({ parentCode }) => parentCode));
  const districtCodes = new Set(districts.map(({ code }) => code));
  const byContest = new Map(contests.map(({ id }) => [id, [] as (typeof candidacies)[number][]]));
  for (const candidacy of candidacies) byContest.get(candidacy.contestId)?.push(candidacy);
  return new Map(
    contests.map(({ id, unitCode, seats, votesAllowed }) => {
      const isCountry = !regionCodes.has(unitCode) && !districtCodes.has(unitCode);
      const area = districts.filter(
        ({ code, parentCode }) => isCountry || code === unitCode || parentCode === unitCode,
      );
      const own = byContest.get(id) ?? [];
      return [
        id,
        {
          votesAllowed,
          districtCodes: new Set(area.map(({ code }) => code)),
          candidacyIds: own.map((candidacy) => candidacy.id),
          uncontested: isUncontested(own, seats),
        },
      ];
    }),
  );
}

/** Tells row by row which contest, district or candidacy is not one, does not belong there, or came before. */
export function placeChecker(sources: ProtocolSources, places: ReadonlyMap<string, ContestPlaces>) {
  const contestOf = new Map(sources.candidacies.map(({ id, contestId }) => [id, contestId]));
  const districtCodes = new Set(sources.districts.map(({ code }) => code));
  const firstLines = new Map<string, number>();
  const kindOf = (value: string) => {
    if (places.has(value)) return 'contest_id';
    if (contestOf.has(value)) return 'candidacy_id';
    return districtCodes.has(value) ? 'district_code' : null;
  };

  return ({ line, row }: NumberedRow<ProtocolRow>): Omit<PackageProblem, 'file' | 'line'> | null => {
    const tell = (column: 'contest_id' | 'district_code' | 'candidacy_id', expected: string) => {
      const kind = kindOf(row[column]);
      const hint = kind !== null && kind !== column ? `; are the columns ${column} and ${kind} swapped?` : '';
      return { column, value: row[column], expected: expected + hint };
    };
    const contest = places.get(row.contest_id);
    if (!contest) return tell('contest_id', 'a contest of the election');
    if (!districtCodes.has(row.district_code)) return tell('district_code', 'a district of the election');
    if (!contest.districtCodes.has(row.district_code))
      return tell('district_code', `a district that votes in ${row.contest_id}`);
    const ownContest = contestOf.get(row.candidacy_id);
    if (ownContest === undefined) return tell('candidacy_id', 'a candidacy of the election');
    if (ownContest !== row.contest_id)
      return tell('candidacy_id', `a candidacy of ${row.contest_id}; this one stands in ${ownContest}`);
    const key = `${row.contest_id}\t${row.district_code}\t${row.candidacy_id}`;
    const firstLine = firstLines.get(key);
    if (firstLine !== undefined)
      return tell(
        'candidacy_id',
        `each candidacy once in ${row.contest_id} in ${row.district_code}; line ${firstLine} has it`,
      );
    firstLines.set(key, line);
    return null;
  };
}
