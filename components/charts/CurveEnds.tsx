import { useTranslations } from 'next-intl';
import { separateLabels, xRatio, yRatio } from './curveGeometry.ts';
import type { CurveSeries, CurveTime } from './curveModel.ts';
import { percent } from './percent.ts';
import { useElectionFormat } from './useElectionFormat.ts';

/** Height of the plot inside its box, px: 380 less 48 above and 32 below. */
const plotHeightPx = 300;
const room = { gap: 44, min: 26, max: plotHeightPx - 46 };

interface Props {
  series: CurveSeries;
  time: CurveTime;
  hasOnline: boolean;
  timeZone: string;
}

/** Name and newest figure where each line ends. */
export function CurveEnds({ series, time, hasOnline, timeZone }: Props) {
  const t = useTranslations('charts');
  const format = useElectionFormat(timeZone);
  const { end, scale, mode } = series;
  if (!end) return null;
  const heightOf = (value: number) => yRatio(value, scale) * plotHeightPx;
  const words = (count: number) =>
    mode === 'hourly' ? t('perHour', { count: format.number(count) }) : format.number(count);
  const isVotedAbove = !hasOnline || end.voted > end.authorized;
  const upper = heightOf(isVotedAbove ? end.voted : end.authorized);
  const lower = heightOf(isVotedAbove ? end.authorized : end.voted);
  const apart = hasOnline
    ? separateLabels(upper, lower, room)
    : { upper: Math.min(room.max, Math.max(room.min, upper)), lower: 0 };
  const left = percent(xRatio(end.ms, time));
  const lines = [
    { key: 'authorized' as const, value: end.authorized, top: isVotedAbove ? apart.lower : apart.upper },
    { key: 'voted' as const, value: end.voted, top: isVotedAbove ? apart.upper : apart.lower },
  ].filter(({ key }) => hasOnline || key === 'voted');
  return lines.map(({ key, value, top }) => (
    <div key={key} className="pointer-events-none absolute inset-y-0" style={{ left }}>
      {mode === 'cumulative' && (
        <span
          aria-hidden="true"
          className="absolute size-2.5 -translate-1/2 rounded-full border-2 border-surface"
          style={{ top: percent(yRatio(value, scale)), background: `var(--${key})` }}
        />
      )}
      <p
        className="absolute left-1.5 -translate-y-1/2 whitespace-nowrap rounded-xs bg-surface/85 px-0.5"
        style={{ top: `${Math.round(top)}px` }}
      >
        <span className="block text-ink-soft">{t(key)}</span>
        <strong className="block font-semibold text-base text-ink">{words(value)}</strong>
      </p>
    </div>
  ));
}
