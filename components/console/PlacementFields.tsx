'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { commissionLevels, staffRoles } from '#domain/staff/roles.ts';
import type { PlaceChoice } from './content.ts';
import { Choice } from './Field.tsx';
import { fieldOf } from './readForm.ts';

export interface PlacementValues {
  role: string;
  commissionLevel: string | null;
  regionCode: string | null;
  districtCode: string | null;
}

interface Props {
  places: PlaceChoice[];
  start?: PlacementValues;
}

/** Role, and what that role needs: the level of a commission, the region, the district. */
export function PlacementFields({ places, start }: Props) {
  const t = useTranslations('console');
  const [role, setRole] = useState(start?.role ?? '');
  const [level, setLevel] = useState(start?.commissionLevel ?? '');
  const [region, setRegion] = useState(start?.regionCode ?? '');
  const needsRegion = role === 'commission' && (level === 'region' || level === 'district');
  const regions = places.filter((place) => place.regionCode === null);
  const districts = places.filter((place) => place.regionCode === region);
  return (
    <>
      <Choice
        label={t('people.role')}
        name="role"
        value={role}
        onChange={(event) => setRole(event.target.value)}
        required
      >
        <option value="" disabled>
          {t('people.choose')}
        </option>
        {staffRoles.map((each) => (
          <option key={each} value={each}>
            {t(`roles.${each}`)}
          </option>
        ))}
      </Choice>
      {role === 'commission' && (
        <Choice
          label={t('people.level')}
          name="commissionLevel"
          value={level}
          onChange={(event) => setLevel(event.target.value)}
          required
        >
          <option value="" disabled>
            {t('people.choose')}
          </option>
          {commissionLevels.map((each) => (
            <option key={each} value={each}>
              {t(`levels.${each}`)}
            </option>
          ))}
        </Choice>
      )}
      {(role === 'duty' || needsRegion) && (
        <Choice
          label={t('people.place')}
          name="regionCode"
          value={region}
          onChange={(event) => setRegion(event.target.value)}
          required={needsRegion}
        >
          <option value="" disabled={needsRegion}>
            {needsRegion ? t('people.choose') : t('wholeCountry')}
          </option>
          {regions.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Choice>
      )}
      {needsRegion && level === 'district' && (
        <Choice
          key={region}
          label={t('people.district')}
          name="districtCode"
          defaultValue={start?.districtCode ?? ''}
          required
        >
          <option value="" disabled>
            {t('people.choose')}
          </option>
          {districts.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Choice>
      )}
    </>
  );
}

/** What the fields say; a field that is not shown is null. */
export function placementOf(form: HTMLFormElement): PlacementValues {
  return {
    role: fieldOf(form, 'role'),
    commissionLevel: fieldOf(form, 'commissionLevel') || null,
    regionCode: fieldOf(form, 'regionCode') || null,
    districtCode: fieldOf(form, 'districtCode') || null,
  };
}
