'use client';

import { Area, ComposedChart, Line, Tooltip, type TooltipContentProps, XAxis, YAxis } from 'recharts';
import type { Size } from '#components/charts/useSize.ts';
import type { FlowIncident } from '#domain/overview/overview.ts';
import { FlowTooltip } from './FlowTooltip.tsx';
import type { FlowModel } from './flowModel.ts';

export interface FlowLinesProps {
  model: FlowModel;
  incidents: readonly FlowIncident[];
  timeZone: string;
  size: Size;
  label: string;
}

const isHeldStill = { isAnimationActive: false, dot: false, strokeWidth: 2, type: 'linear' } as const;

/** The minutes drawn by recharts, which brings the tooltip by pointer, touch and arrow keys. Only ever loaded late. */
export default function FlowLines({ model, incidents, timeZone, size, label }: FlowLinesProps) {
  const { points, scale, time, hasYesterday } = model;
  const activeDot = { r: 4, stroke: 'var(--surface)', strokeWidth: 2 };
  const content = ({ active, label: ms }: TooltipContentProps) =>
    active && typeof ms === 'number' ? (
      <FlowTooltip ms={ms} points={points} incidents={incidents} timeZone={timeZone} />
    ) : null;
  return (
    <ComposedChart
      {...size}
      data={points}
      margin={{ top: 0, right: 0, bottom: 0, left: 0 }}
      accessibilityLayer
      aria-label={label}
      className="absolute inset-0 touch-pan-y rounded-sm [&_.recharts-surface]:overflow-visible [&_.recharts-surface]:outline-offset-4 [&_.recharts-surface:focus-visible]:outline-2 [&_.recharts-surface:focus-visible]:outline-ink"
    >
      <XAxis dataKey="ms" type="number" scale="time" domain={[time.startMs, time.endMs]} hide />
      <YAxis type="number" domain={[scale.min, scale.max]} hide />
      <Tooltip
        content={content}
        isAnimationActive={false}
        offset={12}
        cursor={{ stroke: 'var(--ink)', strokeWidth: 1 }}
        wrapperStyle={{ zIndex: 20, outline: 'none' }}
      />
      {hasYesterday && (
        <Line
          {...isHeldStill}
          dataKey="votedYesterday"
          stroke="var(--ink-soft)"
          strokeOpacity={0.55}
          strokeDasharray="3 3"
          strokeWidth={1.5}
          activeDot={false}
        />
      )}
      <Area
        {...isHeldStill}
        dataKey="voted"
        baseValue={0}
        stroke="none"
        fill="var(--voted)"
        fillOpacity={0.16}
        activeDot={false}
      />
      <Line
        {...isHeldStill}
        dataKey="authorized"
        stroke="var(--authorized)"
        activeDot={{ ...activeDot, fill: 'var(--authorized)' }}
      />
      <Line {...isHeldStill} dataKey="voted" stroke="var(--voted)" activeDot={{ ...activeDot, fill: 'var(--voted)' }} />
    </ComposedChart>
  );
}
