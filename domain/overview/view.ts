import type { Scope } from '../board.ts';
import { NotFound } from '../errors.ts';
import type { Unit } from '../geography.ts';
import type { Place } from '../staff/policy.ts';
import type { Reach } from './overview.ts';

/** What is looked at, and what of it the person may see. */
export interface View {
  scope: Scope;
  reach: Reach;
  /** The scope as a place; both null is the country. */
  place: Place;
}

/**
 * What this person looks at: who belongs to a region or district sees that, whatever is asked for; the others the country or the
 * region asked for. Throws NotFound.
 */
export function chooseView(
  person: Place,
  units: readonly Pick<Unit, 'code' | 'level'>[],
  askedRegion: string | null,
): View {
  const { regionCode, districtCode } = person;
  const find = (level: Scope['level'], code: string | null): Scope => {
    const unit = units.find((each) => each.level === level && (code === null || each.code === code));
    if (!unit) throw new NotFound(`no ${level} ${code ?? ''}`);
    return { level, code: unit.code };
  };
  const reach = { regionCode, districtCode };
  if (districtCode !== null) return { scope: find('district', districtCode), reach, place: reach };
  const shownRegion = regionCode ?? askedRegion;
  if (shownRegion === null) return { scope: find('country', null), reach, place: reach };
  return { scope: find('region', shownRegion), reach, place: { regionCode: shownRegion, districtCode: null } };
}
