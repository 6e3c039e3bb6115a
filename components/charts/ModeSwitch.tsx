'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { type CurveMode, curveModes } from './curveModel.ts';

interface Props {
  group: string;
  mode: CurveMode;
  onChange: (mode: CurveMode) => void;
}

/** Two radio buttons drawn as one control; the choice works by CSS alone before JavaScript has come. */
export function ModeSwitch({ group, mode, onChange }: Props) {
  const t = useTranslations('charts');
  const fieldset = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const chosen = fieldset.current?.querySelector<HTMLInputElement>('input:checked')?.value;
    const early = curveModes.find((candidate) => candidate === chosen);
    if (early) onChange(early);
  }, [onChange]);
  return (
    <fieldset ref={fieldset} className="mb-4 inline-flex rounded border border-hairline p-0.5">
      <legend className="sr-only">{t('modeTitle')}</legend>
      {curveModes.map((choice) => (
        <label
          key={choice}
          className="relative flex min-h-10 cursor-pointer items-center rounded-xs px-4 text-ink-soft text-sm outline-offset-2 has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-ink"
        >
          <input
            type="radio"
            name={group}
            value={choice}
            defaultChecked={choice === mode}
            onChange={() => onChange(choice)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          {t(choice)}
        </label>
      ))}
    </fieldset>
  );
}
