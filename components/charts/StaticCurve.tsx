import { areaPath, canvas, type Drawing, linePath } from './curveGeometry.ts';
import type { CurveSeries, CurveTime } from './curveModel.ts';

interface Props {
  series: CurveSeries;
  time: CurveTime;
  hasOnline: boolean;
}

/** The curve as plain SVG that fills its box: what stands there without JavaScript and until recharts has come. */
export function StaticCurve({ series, time, hasOnline }: Props) {
  const drawing = { rows: series.rows, time, scale: series.scale, isStepped: series.mode === 'hourly' };
  const voted: Drawing = { ...drawing, figureOf: (row) => row.voted };
  const authorized: Drawing = { ...drawing, figureOf: (row) => row.authorized };
  return (
    <svg
      aria-hidden="true"
      className="absolute inset-0 size-full"
      viewBox={`0 0 ${canvas} ${canvas}`}
      preserveAspectRatio="none"
    >
      {hasOnline && <path d={areaPath(authorized)} fill="var(--authorized)" />}
      <path d={areaPath(voted)} fill="var(--voted)" />
      <Line d={linePath(voted)} color="var(--voted)" />
      {hasOnline && <Line d={linePath(authorized)} color="var(--authorized)" />}
    </svg>
  );
}

function Line({ d, color }: { d: string; color: string }) {
  return <path d={d} fill="none" stroke={color} strokeWidth={2} vectorEffect="non-scaling-stroke" />;
}
