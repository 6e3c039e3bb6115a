import type { AreaResult, ContestFigures, ContestResult } from '#domain/results/edition.ts';
import { nistIds } from './nistIds.ts';

export interface CountedArea {
  gpUnitId: string;
  figures: ContestFigures;
  votesOf: (candidacyId: string) => number;
}

/** Where a contest has figures: in the whole, by region, by area; each unit of the report once. */
export function countedAreas(contest: ContestResult): CountedArea[] {
  const { figures, unitCode, candidacies, regions, areas } = contest;
  if (!figures) return [];
  const totals = new Map(candidacies.map(({ id, votes }) => [id, votes ?? 0]));
  const counted: CountedArea[] = [
    { gpUnitId: nistIds.unit(unitCode), figures, votesOf: (id) => totals.get(id) ?? 0 },
    ...regions.map((region) => part(nistIds.area(region.regionCodes), region)),
    ...areas.map((area) => part(nistIds.area(area.districtCodes), area)),
  ];
  return [...new Map(counted.map((area) => [area.gpUnitId, area])).values()];
}

function part(gpUnitId: string, area: AreaResult): CountedArea {
  return { gpUnitId, figures: area, votesOf: (id) => area.votesByCandidacy[id] ?? 0 };
}
