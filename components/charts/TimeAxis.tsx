import { xRatio } from './curveGeometry.ts';
import type { CurveTime } from './curveModel.ts';
import { percent } from './percent.ts';
import { useElectionFormat } from './useElectionFormat.ts';

/** Days and hours under the plot; a narrow box shows the major ones only. */
export function TimeAxis({ time, timeZone }: { time: CurveTime; timeZone: string }) {
  const format = useElectionFormat(timeZone);
  return time.ticks.map(({ ms, kind, major }) => {
    return (
      <div
        key={ms}
        aria-hidden="true"
        className={`absolute top-full border-ink-soft border-l ${kind === 'day' ? 'h-6' : 'h-1.5'} ${major ? '' : 'hidden @2xl:block'}`}
        style={{ left: percent(xRatio(ms, time)) }}
      >
        <span
          className={`absolute top-1.5 whitespace-nowrap ${kind === 'day' ? 'left-1 font-medium text-ink' : '-translate-x-1/2 text-ink-soft'}`}
        >
          {kind === 'day' ? format.day(ms) : format.clock(ms)}
        </span>
      </div>
    );
  });
}
