import type { Unit, UnitCode } from '#domain/geography.ts';
import type { Edition } from '#domain/results/edition.ts';
import { nistIds } from './nistIds.ts';
import { internationalText, otherIdentifier } from './nistText.ts';

/** The country, regions and districts, then the units that stand for several merged ones. */
export function reportingUnits(edition: Edition) {
  const below = childCodes(edition.units);
  return [
    ...edition.units.map((unit) => reportingUnit(unit, below.get(unit.code) ?? [], edition)),
    ...mergedUnits(edition),
  ];
}

function reportingUnit(unit: Unit, below: readonly UnitCode[], { head, turnout }: Edition) {
  const voters = turnout.get(unit.code);
  return {
    '@id': nistIds.unit(unit.code),
    '@type': 'ElectionResults.ReportingUnit',
    ...unitType(unit),
    Name: internationalText(unit.names),
    ExternalIdentifier: [
      otherIdentifier('saylau-unit-code', unit.code),
      ...(unit.iso ? [otherIdentifier('iso-3166', unit.iso)] : []),
    ],
    ...(below.length > 0 && { ComposingGpUnitIds: below.map(nistIds.unit) }),
    ...(voters && { VotersRegistered: voters.eligible + voters.specialList }),
    ...(voters && head.status !== 'pre-election' && { VotersParticipated: voters.voted }),
  };
}

function unitType({ level }: Unit) {
  return level === 'country' ? { Type: 'country' } : { Type: 'other', OtherType: level };
}

function mergedUnits({ contests, units }: Edition) {
  const named = new Map(units.map(({ code, names }) => [code, names]));
  const merged = new Map<string, readonly UnitCode[]>();
  for (const { areas, regions } of contests) {
    for (const codes of [...areas.map((area) => area.districtCodes), ...regions.map((region) => region.regionCodes)]) {
      if (codes.length > 1) merged.set(nistIds.area(codes), codes);
    }
  }
  return [...merged].map(([id, codes]) => {
    const joined = (language: 'kk' | 'ru' | 'en') =>
      codes.map((code) => named.get(code)?.[language] ?? code).join(' + ');
    return {
      '@id': id,
      '@type': 'ElectionResults.ReportingUnit',
      Type: 'other',
      OtherType: 'merged',
      Name: internationalText({ kk: joined('kk'), ru: joined('ru'), en: joined('en') }),
      ComposingGpUnitIds: codes.map(nistIds.unit),
    };
  });
}

function childCodes(units: readonly Unit[]): Map<UnitCode, UnitCode[]> {
  const below = new Map<UnitCode, UnitCode[]>();
  for (const { code, parentCode } of units) {
    if (parentCode === null) continue;
    const codes = below.get(parentCode);
    if (codes) codes.push(code);
    else below.set(parentCode, [code]);
  }
  return below;
}
