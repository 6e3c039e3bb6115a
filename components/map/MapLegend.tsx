import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { hatch } from './shades.ts';
import { stepBorders, type TurnoutSteps } from './turnoutSteps.ts';

interface Props {
  steps: TurnoutSteps;
  hasHeld: boolean;
  hasMissing: boolean;
}

/** What the seven shades stand for, and that they follow the figures shown. */
export function MapLegend({ steps, hasHeld, hasMissing }: Props) {
  const t = useTranslations('map');
  return (
    <div className="mt-4 text-ink-soft text-sm">
      <p>{t('legend', { points: steps.width })}</p>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(6.25rem,1fr))] gap-x-3 gap-y-1 tabular-nums">
        {stepBorders(steps).map(({ from, to }, step) => (
          <Entry key={from} swatch={{ background: `var(--turnout-${step})` }} text={t('step', { from, to })} />
        ))}
      </ul>
      {(hasHeld || hasMissing) && (
        <ul className="mt-1 grid gap-1">
          {hasHeld && <Entry swatch={{ background: hatch }} text={t('held')} />}
          {hasMissing && <Entry swatch={{ background: 'var(--surface)' }} text={t('missing')} />}
        </ul>
      )}
    </div>
  );
}

function Entry({ swatch, text }: { swatch: CSSProperties; text: string }) {
  return (
    <li className="flex items-center gap-2">
      <span aria-hidden="true" className="size-4 shrink-0 rounded-xs border border-ink/25" style={swatch} />
      {text}
    </li>
  );
}
