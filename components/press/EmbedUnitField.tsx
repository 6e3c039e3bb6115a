import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { EmbedChoices } from './content.ts';

interface Props {
  units: EmbedChoices['units'];
  /** Districts have no map. */
  isMap: boolean;
  value: string;
  onChoose(code: string): void;
}

/** The country, a region, or a district under its region. */
export function EmbedUnitField({ units, isMap, value, onChoose }: Props) {
  const t = useTranslations('press.embeds');
  const id = useId();
  const option = ({ code, name }: Props['units'][number]) => (
    <option key={code} value={code}>
      {name}
    </option>
  );
  const regions = units.filter(({ level }) => level === 'region');
  return (
    <div>
      <label className="block text-sm font-semibold" htmlFor={id}>
        {t('unit')}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
        className="mt-1 min-h-10 w-full rounded border border-field bg-surface px-2"
      >
        {units.filter(({ level }) => level === 'country').map(option)}
        {isMap
          ? regions.map(option)
          : regions.map((region) => (
              <optgroup key={region.code} label={region.name}>
                {option(region)}
                {units.filter(({ parentCode }) => parentCode === region.code).map(option)}
              </optgroup>
            ))}
      </select>
    </div>
  );
}
