export const stepCount = 7;

/** Step widths in percentage points that read well in a legend. */
const widths = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15];

/** Seven even steps, `width` percentage points each, the first from `from` percent. */
export interface TurnoutSteps {
  from: number;
  width: number;
}

/**
 * The narrowest even steps in whole percent that hold every figure, in tenths of a percent.
 * They follow the data, not 0-100 %, so that turnouts of 40-60 % can be told apart.
 */
export function turnoutSteps(permilles: readonly number[]): TurnoutSteps {
  const lowest = Math.min(1000, ...permilles) / 10;
  const highest = Math.max(0, ...permilles) / 10;
  if (permilles.length === 0) return { from: 0, width: 15 };
  for (const width of widths) {
    const from = Math.max(
      0,
      Math.min(Math.floor(lowest / width) * width, Math.floor((100 - stepCount * width) / width) * width),
    );
    if (from <= lowest && from + stepCount * width >= highest) return { from, width };
  }
  return { from: 0, width: 15 };
}

/** The step a figure falls in, 0-6; a figure on a border belongs to the step above. */
export function stepOf(permille: number, { from, width }: TurnoutSteps): number {
  return Math.min(stepCount - 1, Math.max(0, Math.floor((permille / 10 - from) / width)));
}

/** The borders of each step in percent, the last never above 100. */
export function stepBorders({ from, width }: TurnoutSteps): { from: number; to: number }[] {
  return Array.from({ length: stepCount }, (_, index) => ({
    from: from + index * width,
    to: Math.min(100, from + (index + 1) * width),
  }));
}

/** Whole percent for a small tile: 100 only when all did, 0 only when none did. */
export function wholePercent(permille: number): number {
  if (permille <= 0 || permille >= 1000) return Math.round(permille / 10);
  return Math.min(99, Math.max(1, Math.round(permille / 10)));
}
