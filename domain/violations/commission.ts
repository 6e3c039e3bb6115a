import { z } from 'zod';
import { UnitCode } from '../geography.ts';
import type { Names } from '../languages.ts';
import { type CommissionLevel, CommissionLevel as Level } from '../staff/person.ts';
import { type Action, type Actor, may, type Place } from '../staff/policy.ts';

const commission = z.strictObject({
  level: Level,
  regionCode: UnitCode.nullable(),
  districtCode: UnitCode.nullable(),
});

/** A control commission: of a district, of a region, or the central one. */
export const Commission = commission.refine(
  ({ level, regionCode, districtCode }) =>
    (level === 'central') === (regionCode === null) && (level === 'district') === (districtCode !== null),
  {
    message: 'a district commission has a region and a district, a region’s has a region, the central one has neither',
  },
);
export type Commission = z.infer<typeof commission>;

/** Whether a case of this place can be this commission's. */
export function covers({ level, regionCode, districtCode }: Commission, place: Place): boolean {
  if (level === 'central') return true;
  if (place.regionCode !== regionCode) return false;
  return level === 'region' || place.districtCode === districtCode;
}

/** Whether this person sits on this commission. */
export function sitsOn(actor: Actor, { level, regionCode, districtCode }: Commission): boolean {
  return (
    actor.role === 'commission' &&
    actor.commissionLevel === level &&
    actor.regionCode === regionCode &&
    actor.districtCode === districtCode
  );
}

/** Actions that only the commission that has the case takes. */
const ofTheHolder: readonly Action[] = ['violation.review', 'violation.decide'];

/** Whether this person may do this to a case of that place that this commission has. */
export function mayOnCase(actor: Actor, action: Action, place: Place, holder: Commission | null): boolean {
  if (!may(actor, action, place)) return false;
  if (!ofTheHolder.includes(action)) return true;
  return holder !== null && sitsOn(actor, holder);
}

/** Whether this person may give a case, that `holder` has, to another commission. */
export function mayTransfer(actor: Actor, place: Place, holder: Commission | null): boolean {
  if (!may(actor, 'violation.assign', place)) return false;
  return (
    actor.role !== 'commission' || actor.commissionLevel === 'central' || (holder !== null && sitsOn(actor, holder))
  );
}

const ranks: Record<CommissionLevel, number> = { district: 0, region: 1, central: 2 };

/** Whether this person may decide the appeal against a decision of that commission: one above it, or the central one itself. */
export function mayDecideAppeal(actor: Actor, place: Place, decider: Commission): boolean {
  if (!may(actor, 'violation.appeal', place) || actor.role !== 'commission' || actor.commissionLevel === null)
    return false;
  return actor.commissionLevel === 'central' || ranks[actor.commissionLevel] > ranks[decider.level];
}

const central: Names = {
  kk: 'Орталық бақылау комиссиясы',
  ru: 'Центральная контрольная комиссия',
  en: 'Central control commission',
};

/** A commission as its decisions name it; `unit` is the region or the district that it is of. */
export function commissionNames({ level }: Pick<Commission, 'level'>, unit: Names | null): Names {
  if (level === 'central' || unit === null) return central;
  return {
    kk: `${unit.kk}, бақылау комиссиясы`,
    ru: `Контрольная комиссия, ${unit.ru}`,
    en: `Control commission, ${unit.en}`,
  };
}
