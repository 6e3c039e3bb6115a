import { useLocale, useTranslations } from 'next-intl';
import { useElectionFormat } from '#components/charts/useElectionFormat.ts';
import { textIn } from '#domain/incidents/textIn.ts';
import { languageOr } from '#domain/languageCodes.ts';
import type { FlowIncident } from '#domain/overview/overview.ts';
import type { FlowPoint } from './flowModel.ts';

interface Props {
  ms: number;
  points: readonly FlowPoint[];
  incidents: readonly FlowIncident[];
  timeZone: string;
}

const minuteMs = 60_000;

/** The figures of one minute and what was open in it. */
export function FlowTooltip({ ms, points, incidents, timeZone }: Props) {
  const t = useTranslations('overview.flow');
  const language = languageOr(useLocale());
  const format = useElectionFormat(timeZone);
  const point = points.find((each) => each.ms === ms);
  if (!point) return null;
  const figure = (value: number | null) => (value === null ? t('noVoting') : format.number(value));
  const open = incidents.filter(
    ({ openedAt, resolvedAt }) =>
      Date.parse(openedAt) < ms && (resolvedAt === null || Date.parse(resolvedAt) > ms - minuteMs),
  );
  return (
    <div className="w-60 rounded border border-hairline bg-surface px-3 py-2 text-ink text-sm">
      <p className="text-ink-soft">
        {format.day(ms - minuteMs)}, {format.clock(ms - minuteMs)}–{format.clock(ms)}
      </p>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-3 tabular-nums">
        {(['authorized', 'voted', 'votedYesterday'] as const).map((key) => (
          <div key={key} className="contents">
            <dt>{t(`figure.${key}`)}</dt>
            <dd className="text-right font-semibold">{figure(point[key])}</dd>
          </div>
        ))}
      </dl>
      {open.map(({ id, severity, title }) => (
        <p key={id} className={`mt-1 ${severity === 'critical' ? 'text-critical' : 'text-incident'}`}>
          {id}: {textIn(title, language).text}
        </p>
      ))}
    </div>
  );
}
