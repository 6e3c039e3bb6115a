'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { Format } from '#components/format/useFormat.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { Card } from './Card.tsx';
import { PartRows } from './PartRows.tsx';
import type { Drill } from './useDrill.ts';

export const partSides = ['voting', 'response', 'cases'] as const;
export type PartSide = (typeof partSides)[number];

interface Props {
  overview: Overview;
  drill: Drill;
  nameOf(code: string): string;
  format: Format;
  className?: string;
}

/** The regions of the country or the districts of a region beside one another, from three sides. */
export function PartsCard({ overview, drill, nameOf, format, className = '' }: Props) {
  const t = useTranslations('overview.parts');
  const [side, setSide] = useState<PartSide>('voting');
  const group = useId();
  const { scope } = overview;
  const title = t(scope.level === 'country' ? 'regions' : 'districts');
  // Times are kept by region: those of a district are too few to say anything.
  const sides = partSides.filter((each) => each !== 'response' || scope.level === 'country');
  const shown = sides.includes(side) ? side : 'voting';
  return (
    <Card
      title={title}
      className={className}
      aside={
        <fieldset className="needs-script flex gap-1">
          <legend className="sr-only">{t('sides')}</legend>
          {sides.map((each) => (
            <label
              key={each}
              className="cursor-pointer rounded px-1.5 py-0.5 hover:text-ink has-[:checked]:bg-turnout-0 has-[:checked]:font-semibold has-[:checked]:text-ink has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-voted"
            >
              <input
                type="radio"
                name={group}
                className="sr-only"
                checked={shown === each}
                onChange={() => setSide(each)}
              />
              {t(`side.${each}`)}
            </label>
          ))}
        </fieldset>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div tabIndex={0} className="min-h-0 overflow-auto px-3 pb-1.5 xl:flex-1">
        <PartRows {...{ overview, drill, nameOf, format }} side={shown} title={title} />
      </div>
    </Card>
  );
}
