import { getLocale } from 'next-intl/server';
import { listPlaceChoices } from '#components/console/content.ts';
import type { CaseContent, NamedCommission } from '#components/violations/content.ts';
import { findCasePlace } from '#db/violations/findCasePlace.ts';
import { getCase } from '#db/violations/getCase.ts';
import { NotFound } from '#domain/errors.ts';
import type { Unit } from '#domain/geography.ts';
import { languageOr } from '#domain/languageCodes.ts';
import type { Language } from '#domain/languages.ts';
import type { Person } from '#domain/staff/person.ts';
import { allowedVerbs } from '#domain/violations/allowedVerbs.ts';
import { parseCaseId } from '#domain/violations/caseId.ts';
import { type Commission, commissionNames, mayOnCase } from '#domain/violations/commission.ts';
import type { CaseDetail } from '#domain/violations/staffCase.ts';
import { getDatabase } from '../../../../database.ts';
import { readTimeZone, readUnits } from '../../../../readConsole.ts';
import { readElectionNowMs } from '../../../../readElectionNow.ts';

/** A case as this person works on it; null where there is none. The caller checks who may see it. */
export async function readCasePage(person: Person, id: string): Promise<CaseContent | null> {
  const number = parseCaseId(id);
  if (number === null) return null;
  const found = await Promise.all([getCase(getDatabase(), number), findCasePlace(getDatabase(), number)]).catch(
    (error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    },
  );
  if (!found) return null;
  const [shown, { decider, holder, place }] = found;
  const [units, timeZone, nowMs, locale] = await Promise.all([
    readUnits(),
    readTimeZone(),
    readElectionNowMs(),
    getLocale(),
  ]);
  const language = languageOr(locale);
  return {
    shown,
    verbs: allowedVerbs(person, shown, decider),
    mayReadRestricted: mayOnCase(person, 'violation.readRestricted', place, holder),
    unitCode: shown.districtCode ?? shown.regionCode ?? units.find(({ level }) => level === 'country')?.code ?? '',
    commissions: listCommissions(shown, units, language),
    places: listPlaceChoices(units, language),
    timeZone,
    nowMs,
  };
}

/** The commissions of the case's place and the central one, but not the one that has it. */
function listCommissions(shown: CaseDetail, units: readonly Unit[], language: Language): NamedCommission[] {
  const { regionCode, districtCode, commission: holder } = shown;
  const all: Commission[] = [{ level: 'central', regionCode: null, districtCode: null }];
  if (regionCode !== null) all.unshift({ level: 'region', regionCode, districtCode: null });
  if (districtCode !== null) all.unshift({ level: 'district', regionCode, districtCode });
  return all
    .filter(({ level }) => level !== holder?.level)
    .map((commission) => {
      const unit = units.find(({ code }) => code === (commission.districtCode ?? commission.regionCode));
      return { commission, name: commissionNames(commission, unit?.names ?? null)[language] };
    });
}
