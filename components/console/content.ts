import type { Unit } from '#domain/geography.ts';
import type { Language } from '#domain/languages.ts';
import type { StaffRole } from '#domain/staff/person.ts';
import type { ConsoleSection } from './sections.ts';

/** Who is signed in, as the header and the account show it. */
export interface ConsolePerson {
  name: string;
  email: string;
  role: StaffRole;
  /** The name of the district or region; null for the whole country. */
  place: string | null;
}

export interface ConsoleHead {
  electionName: string;
  isTest: boolean;
  person: ConsolePerson;
  sections: ConsoleSection[];
}

/** A region or district to choose from. */
export interface PlaceChoice {
  code: string;
  name: string;
  /** Of a district: its region. */
  regionCode: string | null;
}

export function listPlaceChoices(units: readonly Unit[], language: Language): PlaceChoice[] {
  return units
    .filter((unit) => unit.level !== 'country')
    .map(({ code, level, parentCode, names }) => ({
      code,
      name: names[language],
      regionCode: level === 'district' ? parentCode : null,
    }));
}
