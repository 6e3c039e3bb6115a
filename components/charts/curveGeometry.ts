import type { CurveRow } from './downsample.ts';
import type { Span } from './nights.ts';
import type { ValueScale } from './valueScale.ts';

/** The static drawing's own square; the browser stretches it to the plot. */
export const canvas = 1000;

/** Where an instant stands on the axis, 0-1. */
export function xRatio(ms: number, { startMs, endMs }: Span): number {
  return Math.min(1, Math.max(0, (ms - startMs) / (endMs - startMs)));
}

/** Where a value stands, 0 at the top and 1 at the bottom. */
export function yRatio(value: number, { min, max }: ValueScale): number {
  return (max - value) / (max - min);
}

const round = (value: number) => Math.round(value * 10) / 10;

export interface Drawing {
  rows: readonly CurveRow[];
  figureOf: (row: CurveRow) => number;
  time: Span;
  scale: ValueScale;
  isStepped: boolean;
}

/** The line through the rows; stepped lines hold a value until the next row. Empty for fewer than two rows. */
export function linePath({ rows, figureOf, time, scale, isStepped }: Drawing): string {
  if (rows.length < 2) return '';
  let path = '';
  for (const row of rows) {
    const x = round(xRatio(row.ms, time) * canvas);
    const y = round(yRatio(figureOf(row), scale) * canvas);
    if (path === '') path = `M${x} ${y}`;
    else path += isStepped ? `H${x}V${y}` : `L${x} ${y}`;
  }
  return path;
}

/** The same line closed down to zero. */
export function areaPath(drawing: Drawing): string {
  const line = linePath(drawing);
  const first = drawing.rows[0];
  const last = drawing.rows.at(-1);
  if (line === '' || !first || !last) return '';
  const zero = round(yRatio(0, drawing.scale) * canvas);
  const left = round(xRatio(first.ms, drawing.time) * canvas);
  return `${line}V${zero}H${left}Z`;
}

/** Moves two labels apart that would overlap and keeps both inside the plot; all in px from its top, centres. */
export function separateLabels(upper: number, lower: number, room: { gap: number; min: number; max: number }) {
  const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));
  const middle = (upper + lower) / 2;
  const isApart = lower - upper >= room.gap;
  const top = clamp(isApart ? upper : middle - room.gap / 2, room.min, room.max - room.gap);
  const bottom = clamp(isApart ? lower : middle + room.gap / 2, top + room.gap, room.max);
  return { upper: top, lower: bottom };
}
