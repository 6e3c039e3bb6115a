import { useTranslations } from 'next-intl';
import { xRatio } from './curveGeometry.ts';
import type { CurveTime } from './curveModel.ts';
import { percent } from './percent.ts';
import { useElectionFormat } from './useElectionFormat.ts';

interface Props {
  time: CurveTime;
  nowMs: number;
  timeZone: string;
}

/** When voting closes, when it was planned to, and where the election's clock stands. */
export function WindowMarks({ time, nowMs, timeZone }: Props) {
  const t = useTranslations('charts');
  const format = useElectionFormat(timeZone);
  const isExtended = time.plannedEndMs < time.endMs && time.plannedEndMs > time.startMs;
  const planned = xRatio(time.plannedEndMs, time);
  const isOpen = nowMs >= time.startMs && nowMs < time.endMs;
  const ending = isExtended ? 'extendedTo' : nowMs >= time.endMs ? 'closed' : 'closes';
  return (
    <>
      {isExtended && (
        <div
          className="pointer-events-none absolute -top-11 bottom-0 border-ink-soft border-l border-dashed"
          style={{ left: percent(planned) }}
        >
          <p
            className={`absolute top-0 whitespace-nowrap text-ink-soft ${planned > 0.4 ? 'right-1.5 text-right' : 'left-1.5'}`}
          >
            {t('plannedUntil')}
            <br />
            {format.moment(time.plannedEndMs)}
          </p>
        </div>
      )}
      <div className="pointer-events-none absolute -top-11 -right-px bottom-0 border-ink border-r-2">
        <p className="absolute top-0 left-1.5 whitespace-nowrap text-ink">
          <strong className="font-semibold">{t(ending)}</strong>
          <br />
          {format.moment(time.endMs)}
        </p>
      </div>
      {isOpen && (
        <div
          className="pointer-events-none absolute inset-y-0 border-ink border-l"
          style={{ left: percent(xRatio(nowMs, time)) }}
        >
          <p className="absolute bottom-0.5 left-1.5 whitespace-nowrap rounded-xs bg-surface/85 px-0.5 text-ink">
            {t('now', { time: format.clock(nowMs) })}
          </p>
        </div>
      )}
    </>
  );
}
