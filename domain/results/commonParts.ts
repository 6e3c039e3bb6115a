import type { AreaResult } from './edition.ts';
import { sumAreas } from './sumAreas.ts';

export interface CommonPart {
  before: AreaResult;
  after: AreaResult;
}

/**
 * The smallest parts that both divisions of the same districts can be summed to: what one edition merges, the other may not.
 * Nothing where the whole is the only such part, or where one of them is not divided.
 */
export function commonParts(before: readonly AreaResult[], after: readonly AreaResult[]): CommonPart[] {
  let parts: { codes: Set<string>; before: AreaResult[]; after: AreaResult[] }[] = [];
  const put = (area: AreaResult, side: 'before' | 'after') => {
    const touching = parts.filter(({ codes }) => area.districtCodes.some((code) => codes.has(code)));
    const joined = {
      codes: new Set([...touching.flatMap(({ codes }) => [...codes]), ...area.districtCodes]),
      before: touching.flatMap((part) => part.before),
      after: touching.flatMap((part) => part.after),
    };
    joined[side].push(area);
    parts = [...parts.filter((part) => !touching.includes(part)), joined];
  };
  for (const area of before) put(area, 'before');
  for (const area of after) put(area, 'after');
  const common = parts.filter((part) => part.before.length > 0 && part.after.length > 0);
  return common.length < 2
    ? []
    : common.map((part) => ({ before: sumAreas(part.before), after: sumAreas(part.after) }));
}
