'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useRef } from 'react';
import { CurvePlot } from './CurvePlot.tsx';
import type { CurveMode, CurveSeries, CurveTime } from './curveModel.ts';
import type { Hour } from './hourly.ts';
import type { Band } from './incidentBands.ts';
import type { LiveCurveProps } from './LiveCurve.tsx';
import { StaticCurve } from './StaticCurve.tsx';
import { useSize } from './useSize.ts';

interface Props {
  series: CurveSeries;
  hours: Hour[];
  time: CurveTime;
  bands: readonly Band[];
  nowMs: number;
  hasOnline: boolean;
  timeZone: string;
  emptyText: string | null;
  /** The newest figures in a sentence. */
  label: string;
  isShown: boolean;
  /** The curve by recharts, once it has been loaded. */
  LiveCurve: ComponentType<LiveCurveProps> | null;
}

const hiddenUnlessChosen: Record<CurveMode, string> = {
  cumulative: 'group-has-[input[value=hourly]:checked]/curve:hidden',
  hourly: 'group-has-[input[value=cumulative]:checked]/curve:hidden',
};

/** One way of drawing the curve: static SVG first, recharts in its place and size once it has come. */
export function CurveView({
  series,
  hours,
  time,
  bands,
  nowMs,
  hasOnline,
  timeZone,
  emptyText,
  label,
  isShown,
  LiveCurve,
}: Props) {
  const t = useTranslations('charts');
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const isLive = LiveCurve && size && isShown && series.rows.length > 1;
  return (
    <figure aria-label={label} className={hiddenUnlessChosen[series.mode]}>
      <CurvePlot {...{ series, time, bands, nowMs, hasOnline, timeZone, emptyText }} plotRef={box}>
        {isLive ? (
          <LiveCurve {...{ series, hours, time, bands, hasOnline, timeZone, size }} label={t('explore')} />
        ) : (
          <StaticCurve series={series} time={time} hasOnline={hasOnline} />
        )}
      </CurvePlot>
    </figure>
  );
}
