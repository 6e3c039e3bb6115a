'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { areaPath, canvas, linePath, xRatio, yRatio } from '#components/charts/curveGeometry.ts';
import { percent } from '#components/charts/percent.ts';
import { useElectionFormat } from '#components/charts/useElectionFormat.ts';
import { useSize } from '#components/charts/useSize.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { FlowEnds, labelHeight } from './FlowEnds.tsx';
import { type FlowModel, flowModel, layLanes } from './flowModel.ts';
import { IncidentLanes } from './IncidentLanes.tsx';
import { useLateFlow } from './useLateFlow.ts';

interface Props {
  flow: NonNullable<Overview['flow']>;
  timeZone: string;
}

const mostLanes = 3;
const laneHeight = 22;
/** What stands above and below the plot, but for the lanes. */
const edges = 28;

/** The plot: plain SVG first, recharts over it once it has come, for its tooltip and its keys. */
export function FlowPlot({ flow, timeZone }: Props) {
  const t = useTranslations('overview.flow');
  const format = useElectionFormat(timeZone);
  const [figure, box] = [useRef<HTMLElement>(null), useRef<HTMLDivElement>(null)];
  const [whole, size] = [useSize(figure), useSize(box)];
  const FlowLines = useLateFlow();
  const model = useMemo(() => flowModel(flow), [flow]);
  // Three labels stand beside the plot, and are read first.
  const room = whole ? Math.floor((whole.height - edges - 3 * labelHeight) / laneHeight) : mostLanes;
  const most = Math.min(mostLanes, Math.max(1, room));
  const lanes = useMemo(() => layLanes(flow.incidents, model.time, flow.untilMs, most), [flow, model, most]);
  const last = flow.minutes.at(-1);
  const label = t('label', {
    time: format.clock(flow.untilMs),
    authorized: format.number(last?.authorized ?? 0),
    voted: format.number(last?.voted ?? 0),
  });
  const laneCount = Math.max(0, ...lanes.map(({ lane }) => lane + 1));
  return (
    <figure
      ref={figure}
      aria-label={label}
      className="relative mx-3 mb-1 min-h-36 flex-1 text-sm leading-5 tabular-nums max-xl:h-64 max-xl:flex-none"
    >
      <div
        ref={box}
        className="absolute right-24 bottom-6 left-9 border-b border-ink-soft"
        style={{ top: laneCount * laneHeight + 4 }}
      >
        <IncidentLanes lanes={lanes} count={laneCount} time={model.time} />
        {size && FlowLines ? (
          <FlowLines model={model} incidents={flow.incidents} timeZone={timeZone} size={size} label={t('explore')} />
        ) : (
          <StaticLines model={model} />
        )}
        <Grid model={model} timeZone={timeZone} />
        <FlowEnds model={model} height={size?.height ?? 200} timeZone={timeZone} />
      </div>
    </figure>
  );
}

function StaticLines({ model: { points, time, scale } }: { model: FlowModel }) {
  const drawing = { rows: points, time, scale, isStepped: false };
  const voted = { ...drawing, figureOf: (row: { voted: number }) => row.voted };
  const authorized = { ...drawing, figureOf: (row: { authorized: number }) => row.authorized };
  const line = { fill: 'none', strokeWidth: 2, vectorEffect: 'non-scaling-stroke' } as const;
  return (
    <svg
      aria-hidden="true"
      className="absolute inset-0 size-full"
      viewBox={`0 0 ${canvas} ${canvas}`}
      preserveAspectRatio="none"
    >
      <path d={areaPath(voted)} fill="var(--voted)" fillOpacity={0.16} />
      <path d={linePath(authorized)} stroke="var(--authorized)" {...line} />
      <path d={linePath(voted)} stroke="var(--voted)" {...line} />
    </svg>
  );
}

function Grid({ model: { scale, ticks, time }, timeZone }: { model: FlowModel; timeZone: string }) {
  const format = useElectionFormat(timeZone);
  return (
    <>
      {scale.ticks.map((tick) => (
        <div
          key={tick}
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-0 border-t border-ink/10"
          style={{ top: percent(yRatio(tick, scale)) }}
        >
          <span className="absolute top-0 right-full -translate-y-1/2 pr-1.5 text-ink-soft">{format.number(tick)}</span>
        </div>
      ))}
      {ticks.map((ms, index) => (
        <div
          key={ms}
          aria-hidden="true"
          className={`absolute top-full h-1.5 border-l border-ink-soft ${index % 2 === 0 ? '' : 'max-sm:hidden'}`}
          style={{ left: percent(xRatio(ms, time)) }}
        >
          <span className="absolute top-1 -translate-x-1/2 text-ink-soft">{format.clock(ms)}</span>
        </div>
      ))}
    </>
  );
}
