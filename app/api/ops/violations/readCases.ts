import { type CasePage, listCases } from '#db/violations/listCases.ts';
import type { Person } from '#domain/staff/person.ts';
import { getDatabase } from '../../../database.ts';
import type { CaseParameters } from './parameters.ts';

/** What this person may see of the register, narrowed. */
export function readCases(person: Person, parameters: CaseParameters, limit: number): Promise<CasePage> {
  const { state, category, unit, level, hours, q, before } = parameters;
  const { regionCode, districtCode, commissionLevel } = person;
  const commission =
    level === 'mine' && commissionLevel ? { level: commissionLevel, regionCode, districtCode } : undefined;
  const ofLevel = level === 'mine' ? undefined : level;
  const filter = {
    regionCode,
    districtCode,
    state,
    category,
    unitCode: unit,
    level: ofLevel,
    commission,
    text: q,
    before,
  };
  return listCases(getDatabase(), { ...filter, hoursInState: hours }, limit);
}
