import type { Unit, UnitCode } from '../geography.ts';

export interface UnitIndex {
  byCode: ReadonlyMap<UnitCode, Unit>;
  /** By any unit's code: the districts in it, itself if it is one, in the package's order. */
  districtsOf: ReadonlyMap<UnitCode, readonly Unit[]>;
  /** By a district's code. */
  regionOf: ReadonlyMap<UnitCode, UnitCode>;
  /** By any unit's code: itself, then those above it. */
  lineOf: ReadonlyMap<UnitCode, readonly Unit[]>;
}

export function indexUnits(units: readonly Unit[]): UnitIndex {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const districtsOf = new Map<UnitCode, Unit[]>(units.map(({ code }) => [code, []]));
  const regionOf = new Map<UnitCode, UnitCode>();
  const lineOf = new Map<UnitCode, readonly Unit[]>();
  for (const unit of units) {
    const line = lineAbove(unit, byCode);
    lineOf.set(unit.code, line);
    if (unit.level !== 'district') continue;
    for (const above of line) {
      districtsOf.get(above.code)?.push(unit);
      if (above.level === 'region') regionOf.set(unit.code, above.code);
    }
  }
  return { byCode, districtsOf, regionOf, lineOf };
}

function lineAbove(unit: Unit, byCode: ReadonlyMap<UnitCode, Unit>): Unit[] {
  const parent = unit.parentCode === null ? undefined : byCode.get(unit.parentCode);
  return parent ? [unit, ...lineAbove(parent, byCode)] : [unit];
}
