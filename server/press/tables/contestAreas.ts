import type { UnitCode } from '#domain/geography.ts';
import type { AreaResult, ContestResult, Edition } from '#domain/results/edition.ts';
import { indexUnits } from '#domain/results/indexUnits.ts';

export interface ContestArea {
  contest: ContestResult;
  districtCodes: readonly UnitCode[];
  /** Null where the contest has no figures for it: before the results, withheld, uncontested, or hidden. */
  figures: AreaResult | null;
}

/** By contest id, in the edition's order; a contest without figures has an area for each of its districts. */
export function contestAreas(edition: Edition): Map<string, ContestArea[]> {
  const { districtsOf } = indexUnits(edition.units);
  return new Map(
    edition.contests.map((contest) => {
      const districts = districtsOf.get(contest.unitCode) ?? [];
      const areas =
        contest.areas.length > 0
          ? contest.areas.map((figures) => ({ contest, districtCodes: figures.districtCodes, figures }))
          : districts.map(({ code }) => ({ contest, districtCodes: [code], figures: null }));
      return [contest.id, areas];
    }),
  );
}

export function listContestAreas(edition: Edition): ContestArea[] {
  return [...contestAreas(edition).values()].flat();
}

/** The cell of an area: its districts' codes with a space between. */
export function areaText(districtCodes: readonly UnitCode[]): string {
  return districtCodes.join(' ');
}

/** Null where the area has no figures. */
export function areaVotes({ figures }: ContestArea, candidacyId: string): number | null {
  return figures ? (figures.votesByCandidacy[candidacyId] ?? 0) : null;
}
