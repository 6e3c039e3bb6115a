import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { hatch } from './shades.ts';
import { stepBorders, type TurnoutSteps } from './turnoutSteps.ts';

interface Props {
  steps: TurnoutSteps;
  /** Only the ends of the scale, in one line. */
  isShort: boolean;
  hasHeld: boolean;
  hasMissing: boolean;
}

/** What the seven shades stand for, and that they follow the figures shown. */
export function MapLegend({ steps, isShort, hasHeld, hasMissing }: Props) {
  const t = useTranslations('map');
  return (
    <div className={`text-ink-soft text-sm ${isShort ? 'mt-2' : 'mt-4'}`}>
      {isShort ? <Scale steps={steps} /> : <Steps steps={steps} />}
      {(hasHeld || hasMissing) && (
        <ul className="mt-1 grid gap-1">
          {hasHeld && <Entry swatch={{ background: hatch }} text={t('held')} />}
          {hasMissing && <Entry swatch={{ background: 'var(--surface)' }} text={t('missing')} />}
        </ul>
      )}
    </div>
  );
}

function Steps({ steps }: Pick<Props, 'steps'>) {
  const t = useTranslations('map');
  return (
    <>
      <p>{t('legend', { points: steps.width })}</p>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(6.25rem,1fr))] gap-x-3 gap-y-1 tabular-nums">
        {stepBorders(steps).map(({ from, to }, step) => (
          <Entry key={from} swatch={{ background: `var(--turnout-${step})` }} text={t('step', { from, to })} />
        ))}
      </ul>
    </>
  );
}

/** The shades between the ends of the scale. */
function Scale({ steps }: Pick<Props, 'steps'>) {
  const t = useTranslations('map');
  const borders = stepBorders(steps);
  return (
    <p className="flex items-center gap-2 tabular-nums">
      {t('percent', { value: borders[0]?.from ?? 0 })}
      <span aria-hidden="true" className="flex h-2 max-w-48 grow overflow-hidden rounded-xs border border-ink/25">
        {borders.map(({ from }, step) => (
          <span key={from} className="grow print-colors" style={{ background: `var(--turnout-${step})` }} />
        ))}
      </span>
      {t('percent', { value: borders.at(-1)?.to ?? 100 })}
    </p>
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
