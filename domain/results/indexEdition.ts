import { NotFound } from '../errors.ts';
import type { Unit, UnitCode } from '../geography.ts';
import type { ContestResult, Edition, TurnoutBeside } from './edition.ts';
import { indexUnits, type UnitIndex } from './indexUnits.ts';

export interface EditionIndex extends UnitIndex {
  contestById: ReadonlyMap<string, ContestResult>;
  /** By the code of a unit: contests of exactly that unit. */
  contestsOf: ReadonlyMap<UnitCode, readonly ContestResult[]>;
  /** By the code of a unit: contests of it and of all below, in the edition's order. */
  contestsIn: ReadonlyMap<UnitCode, readonly ContestResult[]>;
}

const indexes = new WeakMap<Edition, EditionIndex>();

/** Made once an edition: hundreds of files are made of it. */
export function indexEdition(edition: Edition): EditionIndex {
  const known = indexes.get(edition);
  if (known) return known;
  const units = indexUnits(edition.units);
  const contestsOf = new Map<UnitCode, ContestResult[]>(edition.units.map(({ code }) => [code, []]));
  const contestsIn = new Map<UnitCode, ContestResult[]>(edition.units.map(({ code }) => [code, []]));
  for (const contest of edition.contests) {
    contestsOf.get(contest.unitCode)?.push(contest);
    for (const { code } of units.lineOf.get(contest.unitCode) ?? []) contestsIn.get(code)?.push(contest);
  }
  const contestById = new Map(edition.contests.map((contest) => [contest.id, contest]));
  const index = { ...units, contestById, contestsOf, contestsIn };
  indexes.set(edition, index);
  return index;
}

/** Throws NotFound where there is no such unit of that level. */
export function getUnit({ byCode }: UnitIndex, level: Unit['level'], code: UnitCode): Unit {
  const unit = byCode.get(code);
  if (unit?.level !== level) throw new NotFound(`no ${level} ${code}`);
  return unit;
}

/** Itself or the one above it of that level. Throws NotFound. */
export function getAbove({ lineOf }: UnitIndex, level: Unit['level'], code: UnitCode): Unit {
  const unit = lineOf.get(code)?.find((above) => above.level === level);
  if (!unit) throw new NotFound(`${code} is in no ${level}`);
  return unit;
}

/** Throws NotFound where the edition has no turnout of the unit. */
export function getTurnout({ turnout }: Edition, code: UnitCode): TurnoutBeside {
  const found = turnout.get(code);
  if (!found) throw new NotFound(`no turnout of ${code}`);
  return found;
}
