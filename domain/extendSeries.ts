import type { Series, SeriesPoint } from './series.ts';

/** The curve with the newest figures as its last point, in the step they belong to. */
export function extendSeries(series: Series, newest: SeriesPoint): SeriesPoint[] {
  const stepMs = series.stepMinutes * 60_000;
  const stepStartMs = (Math.ceil(Date.parse(newest.at) / stepMs) - 1) * stepMs;
  const earlier = series.points.filter((point) => Date.parse(point.at) <= stepStartMs);
  return [...earlier, newest];
}
