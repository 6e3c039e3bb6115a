'use client';

import { Area, AreaChart, Tooltip, type TooltipContentProps, XAxis, YAxis } from 'recharts';
import { CurveTooltip } from './CurveTooltip.tsx';
import type { CurveSeries, CurveTime } from './curveModel.ts';
import type { Hour } from './hourly.ts';
import type { Band } from './incidentBands.ts';

export interface LiveCurveProps {
  series: CurveSeries;
  hours: Hour[];
  time: CurveTime;
  bands: readonly Band[];
  hasOnline: boolean;
  timeZone: string;
  label: string;
  size: { width: number; height: number };
}

const isHeldStill = { isAnimationActive: false, dot: false, strokeWidth: 2, fillOpacity: 1, baseValue: 0 } as const;

/** The curve drawn by recharts, which brings the tooltip by pointer, touch and arrow keys. Only ever loaded late. */
export default function LiveCurve({ series, hours, time, bands, hasOnline, timeZone, label, size }: LiveCurveProps) {
  const type = series.mode === 'hourly' ? 'stepAfter' : 'linear';
  const activeDot = { r: 5, stroke: 'var(--surface)', strokeWidth: 2 };
  const content = ({ active, label: ms }: TooltipContentProps) =>
    active && typeof ms === 'number' ? <CurveTooltip {...{ ms, series, hours, bands, hasOnline, timeZone }} /> : null;
  return (
    <AreaChart
      {...size}
      data={series.rows}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={label}
      className="absolute inset-0 touch-pan-y rounded-sm [&_.recharts-surface]:overflow-visible [&_.recharts-surface]:outline-offset-4 [&_.recharts-surface:focus-visible]:outline-2 [&_.recharts-surface:focus-visible]:outline-ink"
    >
      <XAxis dataKey="ms" type="number" scale="time" domain={[time.startMs, time.endMs]} hide />
      <YAxis type="number" domain={[series.scale.min, series.scale.max]} hide />
      <Tooltip
        content={content}
        isAnimationActive={false}
        offset={12}
        cursor={{ stroke: 'var(--ink)', strokeWidth: 1 }}
        wrapperStyle={{ zIndex: 20, outline: 'none' }}
      />
      {hasOnline && (
        <Area
          {...isHeldStill}
          dataKey="authorized"
          type={type}
          stroke="none"
          fill="var(--authorized)"
          activeDot={false}
        />
      )}
      <Area
        {...isHeldStill}
        dataKey="voted"
        type={type}
        stroke="var(--voted)"
        fill="var(--voted)"
        activeDot={{ ...activeDot, fill: 'var(--voted)' }}
      />
      {/* Once more as a line: an hour of paper votes may stand above those authorized online. */}
      {hasOnline && (
        <Area
          {...isHeldStill}
          dataKey="authorized"
          type={type}
          stroke="var(--authorized)"
          fill="none"
          activeDot={{ ...activeDot, fill: 'var(--authorized)' }}
        />
      )}
    </AreaChart>
  );
}
