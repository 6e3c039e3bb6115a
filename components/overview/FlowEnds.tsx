import { useTranslations } from 'next-intl';
import { xRatio, yRatio } from '#components/charts/curveGeometry.ts';
import { percent } from '#components/charts/percent.ts';
import { useElectionFormat } from '#components/charts/useElectionFormat.ts';
import { type FlowModel, spreadLabels } from './flowModel.ts';

/** Of two lines. */
export const labelHeight = 36;

/** Name and figure of the last whole minute where each line ends. */
export function FlowEnds({ model, height, timeZone }: { model: FlowModel; height: number; timeZone: string }) {
  const t = useTranslations('overview.flow');
  const format = useElectionFormat(timeZone);
  const { points, scale, time } = model;
  const last = points.at(-1);
  if (!last) return null;
  const lines = (['authorized', 'voted', 'votedYesterday'] as const).flatMap((key) => {
    const value = last[key];
    return value === null ? [] : [{ key, value }];
  });
  const tops = spreadLabels(
    lines.map(({ value }) => yRatio(value, scale)),
    Math.min(1 / lines.length, labelHeight / height),
  );
  return lines.map(({ key, value }, index) => (
    <p
      key={key}
      className="pointer-events-none absolute w-22 -translate-y-1/2 pl-2 leading-[18px]"
      style={{ left: percent(xRatio(last.ms, time)), top: percent(tops[index] ?? 0) }}
    >
      <span className="flex items-center gap-1.5 whitespace-nowrap text-ink-soft">
        <span
          aria-hidden="true"
          className={`w-3 shrink-0 border-t-2 ${key === 'votedYesterday' ? 'border-dashed border-ink-soft' : ''}`}
          style={key === 'votedYesterday' ? {} : { borderColor: `var(--${key})` }}
        />
        {t(`line.${key}`)}
      </span>
      <strong className="block pl-4.5 font-semibold">{format.number(value)}</strong>
    </p>
  ));
}
