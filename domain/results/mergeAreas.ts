import type { AreaResult, RegionResult } from './edition.ts';
import { sumAreas } from './sumAreas.ts';

/** Votes of fewer ballots than these are never told apart from others. */
export const leastBallots = 10;

interface Group {
  ballots: number;
  regions: ReadonlySet<string>;
  /** Indexes of areas, in the given order. */
  parts: readonly number[];
}

/**
 * Districts with 1-9 ballots joined with the smallest other one, in the same region if it can be, until each part has at least 10
 * or one is left. Districts without ballots stay alone: they tell nothing and hide nobody.
 */
export function mergeAreas(areas: readonly AreaResult[], regionOf: ReadonlyMap<string, string>): AreaResult[] {
  let groups = areas.flatMap((area, index): Group[] =>
    area.ballots > 0 ? [{ ballots: area.ballots, regions: regionsOf(area, regionOf), parts: [index] }] : [],
  );
  while (groups.length > 1) {
    const small = smallest(groups);
    if (!small || small.ballots >= leastBallots) break;
    const others = groups.filter((group) => group !== small);
    const near = others.filter((group) => [...group.regions].some((code) => small.regions.has(code)));
    const partner = smallest(near.length > 0 ? near : others);
    if (!partner) break;
    groups = [...others.filter((group) => group !== partner), join(small, partner)];
  }
  const empty = areas.flatMap((area, index) => (area.ballots > 0 ? [] : [[index]]));
  return [...groups.map(({ parts }) => parts), ...empty]
    .map((parts) => parts.toSorted((a, b) => a - b))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
    .map((parts) => sumAreas(parts.flatMap((index) => areas[index] ?? [])));
}

function regionsOf({ districtCodes }: AreaResult, regionOf: ReadonlyMap<string, string>): Set<string> {
  return new Set(districtCodes.map((code) => regionOf.get(code) ?? code));
}

/** Equal ones in the order of their first district. */
function smallest(groups: readonly Group[]): Group | undefined {
  return groups.toSorted((a, b) => a.ballots - b.ballots || firstPart(a) - firstPart(b))[0];
}

const firstPart = ({ parts }: Group) => Math.min(...parts);

function join(one: Group, other: Group): Group {
  return {
    ballots: one.ballots + other.ballots,
    regions: new Set([...one.regions, ...other.regions]),
    parts: [...one.parts, ...other.parts],
  };
}

/**
 * The areas by region, nothing where there is only one. Regions with a district merged across their border stay together:
 * apart, a subtraction would show the small district.
 */
export function sumRegions(areas: readonly AreaResult[], regionOf: ReadonlyMap<string, string>): RegionResult[] {
  let groups: { regions: Set<string>; areas: AreaResult[] }[] = [];
  for (const area of areas) {
    const regions = regionsOf(area, regionOf);
    const touching = groups.filter((group) => [...group.regions].some((code) => regions.has(code)));
    const joined = {
      regions: new Set([...touching.flatMap((group) => [...group.regions]), ...regions]),
      areas: [...touching.flatMap((group) => group.areas), area],
    };
    groups = [...groups.filter((group) => !touching.includes(group)), joined];
  }
  if (new Set(groups.flatMap(({ regions }) => [...regions])).size < 2) return [];
  return groups.map((group) => ({ ...sumAreas(group.areas), regionCodes: [...group.regions] }));
}
