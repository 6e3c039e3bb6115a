import { cache } from 'react';
import type { ConsoleHead } from '#components/console/content.ts';
import { consoleSections } from '#components/console/sections.ts';
import { listUnits } from '#db/queries/listUnits.ts';
import type { Unit } from '#domain/geography.ts';
import { languageOr } from '#domain/languageCodes.ts';
import { may } from '#domain/staff/policy.ts';
import type { Staff } from './auth/findStaff.ts';
import { getDatabase } from './database.ts';
import { findElection } from './readBoardPage.ts';

/** Regions and districts; none while no election is loaded. */
export const readUnits = cache((): Promise<Unit[]> => listUnits(getDatabase()));

export async function readTimeZone(): Promise<string> {
  return (await findElection())?.timeZone ?? 'UTC';
}

/** What the console's header says to this person. */
export async function readConsoleHead({ person, mustUseSecondFactor }: Staff, locale: string): Promise<ConsoleHead> {
  const language = languageOr(locale);
  const [election, units] = await Promise.all([findElection(), readUnits()]);
  const code = person.districtCode ?? person.regionCode;
  const sections = consoleSections.filter(
    ({ action }) => action === null || (!mustUseSecondFactor && may(person, action, person)),
  );
  return {
    electionName: election?.names[language] ?? 'Saylau',
    isTest: election?.isTest ?? false,
    person: {
      name: person.name,
      email: person.email,
      role: person.role,
      place: code && (units.find((unit) => unit.code === code)?.names[language] ?? code),
    },
    sections: sections.map(({ key }) => key),
  };
}
