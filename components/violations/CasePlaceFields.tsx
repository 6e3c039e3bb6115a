'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PlaceChoice } from '#components/console/content.ts';
import { Choice } from '#components/console/Field.tsx';

interface Props {
  places: readonly PlaceChoice[];
  own: { regionCode: string | null; districtCode: string | null };
  /** Told the chosen unit, null for the whole country. */
  onUnit: (code: string | null) => void;
}

/** Region and district; whoever has one of them files there only. */
export function CasePlaceFields({ places, own, onUnit }: Props) {
  const t = useTranslations('violations');
  const [region, setRegion] = useState(own.regionCode ?? '');
  const regions = places.filter(({ code, regionCode }) =>
    own.regionCode === null ? regionCode === null : code === own.regionCode,
  );
  const districts = places.filter(({ code, regionCode }) =>
    own.districtCode === null ? regionCode !== null && regionCode === region : code === own.districtCode,
  );
  return (
    <>
      <Choice
        label={t('fileForm.unit')}
        name="region"
        value={region}
        onChange={(event) => {
          setRegion(event.target.value);
          onUnit(event.target.value || null);
        }}
      >
        {own.regionCode === null && <option value="">{t('wholeCountry')}</option>}
        {regions.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Choice>
      {districts.length > 0 && (
        <Choice
          key={region}
          label={t('fileForm.district')}
          name="district"
          onChange={(event) => onUnit(event.target.value || region)}
        >
          {own.districtCode === null && <option value="">{t('fileForm.wholeRegion')}</option>}
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
