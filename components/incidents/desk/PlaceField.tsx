import { useTranslations } from 'next-intl';
import { Choice } from '#components/console/Field.tsx';
import type { DeskContent } from '../content.ts';

interface Props {
  actor: DeskContent['actor'];
  places: DeskContent['places'];
  label: string;
}

/** Where: the person's own region or district stands first; who has none begins with the whole country. */
export function PlaceField({ actor, places, label }: Props) {
  const t = useTranslations('status');
  const regions = places.filter(({ level, code }) => level === 'region' && (actor.regionCode ?? code) === code);
  const isOwn = (code: string) => actor.districtCode === null || actor.districtCode === code;
  return (
    <Choice label={label} name="unit" required={actor.regionCode !== null}>
      {actor.regionCode === null && <option value="">{t('country')}</option>}
      {regions.map((region) => (
        <optgroup key={region.code} label={region.name}>
          {actor.districtCode === null && <option value={region.code}>{region.name}</option>}
          {places
            .filter(({ level, code, regionCode }) => level === 'district' && regionCode === region.code && isOwn(code))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </Choice>
  );
}
