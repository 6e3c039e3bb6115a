import type { CSSProperties } from 'react';

/** Stripes that say: this figure is held back. */
export const hatch = 'repeating-linear-gradient(135deg, var(--hatch) 0 2px, transparent 2px 8px), var(--surface)';

/** The first step whose shade carries the text colour for deep shades. */
const firstDeepStep = 5;

/** Shade and readable text of a step, 0-6. */
export function shadeOf(step: number): CSSProperties {
  return {
    background: `var(--turnout-${step})`,
    color: step >= firstDeepStep ? 'var(--on-turnout-dark)' : 'var(--on-turnout-light)',
  };
}
