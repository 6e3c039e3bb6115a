import type { ReactNode, RefObject } from 'react';
import { CurveEnds } from './CurveEnds.tsx';
import { xRatio, yRatio } from './curveGeometry.ts';
import type { CurveSeries, CurveTime } from './curveModel.ts';
import { IncidentStretches } from './IncidentStretches.tsx';
import type { Band } from './incidentBands.ts';
import type { Span } from './nights.ts';
import { percent } from './percent.ts';
import { TimeAxis } from './TimeAxis.tsx';
import { useElectionFormat } from './useElectionFormat.ts';
import { WindowMarks } from './WindowMarks.tsx';

interface Props {
  series: CurveSeries;
  time: CurveTime;
  bands: readonly Band[];
  nowMs: number;
  hasOnline: boolean;
  timeZone: string;
  /** Words in place of a curve that has nothing to show yet. */
  emptyText: string | null;
  plotRef: RefObject<HTMLDivElement | null> | null;
  /** The drawn curve, which fills the plot. */
  children: ReactNode;
}

/** The fixed box around the curve: incidents, nights, grid, axis, the window's ends, now, and the names at the lines' ends. */
export function CurvePlot({ series, time, bands, nowMs, hasOnline, timeZone, emptyText, plotRef, children }: Props) {
  return (
    <div className="relative h-[380px] text-sm tabular-nums leading-5">
      <div
        ref={plotRef}
        className="absolute inset-y-12 right-29 bottom-8 left-0 border-ink-soft border-b @2xl:right-36"
      >
        <IncidentStretches bands={bands} time={time} />
        {children}
        <RunningHour span={series.running} time={time} />
        <Nights time={time} />
        <Grid series={series} time={time} timeZone={timeZone} />
        <WindowMarks time={time} nowMs={nowMs} timeZone={timeZone} />
        <TimeAxis time={time} timeZone={timeZone} />
        {emptyText === null ? (
          <CurveEnds series={series} time={time} hasOnline={hasOnline} timeZone={timeZone} />
        ) : (
          <p className="absolute inset-x-2 top-1/2 -translate-y-1/2 text-center text-base text-ink text-balance">
            {emptyText}
          </p>
        )}
      </div>
    </div>
  );
}

function Nights({ time }: { time: CurveTime }) {
  return time.nights.map((night) => {
    const from = xRatio(night.startMs, time);
    return (
      <div
        key={night.startMs}
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 bg-[var(--night)]"
        style={{ left: percent(from), width: percent(xRatio(night.endMs, time) - from) }}
      />
    );
  });
}

function Grid({ series, time, timeZone }: Pick<Props, 'series' | 'time' | 'timeZone'>) {
  const format = useElectionFormat(timeZone);
  const { end, scale } = series;
  const side = end && xRatio(end.ms, time) < 0.35 ? 'right-1' : 'left-1';
  return (
    <>
      {scale.ticks.map((tick) => (
        <div
          key={tick}
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0 border-ink/10 border-t"
          style={{ top: percent(yRatio(tick, scale)) }}
        >
          <span className={`absolute bottom-0.5 rounded-xs bg-surface/85 px-1 leading-4.5 text-ink-soft ${side}`}>
            {format.number(tick)}
          </span>
        </div>
      ))}
      {scale.min < 0 && (
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0 border-ink-soft border-t"
          style={{ top: percent(yRatio(0, scale)) }}
        />
      )}
    </>
  );
}

function RunningHour({ span, time }: { span: Span | null; time: CurveTime }) {
  if (!span) return null;
  const from = xRatio(span.startMs, time);
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 bg-surface/60"
      style={{ left: percent(from), width: percent(xRatio(span.endMs, time) - from) }}
    />
  );
}
