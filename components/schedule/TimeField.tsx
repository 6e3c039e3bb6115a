'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/console/Button.tsx';
import { Field } from '#components/console/Field.tsx';
import { fromLocalTime, toLocalTime } from './localTime.ts';

const steps = [
  { key: 'hour', minutes: 60 },
  { key: 'twoHours', minutes: 120 },
  { key: 'day', minutes: 1_440 },
] as const;

interface Props {
  name: string;
  label: string;
  hint: string;
  value: string;
  timeZone: string;
  onChange(value: string): void;
}

/** A date and time on the election's clock, and steps from it. */
export function TimeField({ name, label, hint, value, timeZone, onChange }: Props) {
  const t = useTranslations('schedule.form');
  const currentMs = fromLocalTime(value, timeZone);
  return (
    <div className="flex flex-wrap items-start gap-3">
      <div className="w-full sm:w-72">
        <Field
          type="datetime-local"
          label={label}
          hint={hint}
          name={name}
          required
          min="1990-01-01T00:00"
          max="2099-12-31T23:59"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <fieldset className="flex flex-wrap gap-2 sm:pt-[25px]">
        <legend className="sr-only">{t('steps', { label })}</legend>
        {steps.map(({ key, minutes }) => (
          <Button
            key={key}
            disabled={currentMs === null}
            onClick={() => onChange(toLocalTime((currentMs ?? 0) + minutes * 60_000, timeZone))}
          >
            {t(`step.${key}`)}
          </Button>
        ))}
      </fieldset>
    </div>
  );
}
