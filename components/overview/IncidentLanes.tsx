import { useLocale } from 'next-intl';
import { xRatio } from '#components/charts/curveGeometry.ts';
import type { Span } from '#components/charts/nights.ts';
import { percent } from '#components/charts/percent.ts';
import { textIn } from '#domain/incidents/textIn.ts';
import { languageOr } from '#domain/languageCodes.ts';
import type { Lane } from './flowModel.ts';

const laneHeight = 22;

interface Props {
  lanes: Lane[];
  count: number;
  time: Span;
}

/** Incidents above the plot, each with its number, and their time as a band through it: red where critical, amber the others. */
export function IncidentLanes({ lanes, count, time }: Props) {
  const language = languageOr(useLocale());
  return lanes.map(({ incident, lane, startMs, endMs }) => {
    const left = xRatio(startMs, time);
    const place = { left: percent(left), width: `max(4px, ${percent(xRatio(endMs, time) - left)})` };
    const isCritical = incident.severity === 'critical';
    return (
      <div key={incident.id}>
        <div
          aria-hidden="true"
          className={`pointer-events-none absolute inset-y-0 opacity-12 ${isCritical ? 'bg-critical' : 'bg-incident'}`}
          style={place}
        />
        <a
          href={`/${language}/console/incidents#${incident.id}`}
          title={textIn(incident.title, language).text}
          className={`absolute flex h-5 items-center border-t-4 pt-0.5 whitespace-nowrap ${isCritical ? 'border-critical' : 'border-incident'}`}
          style={{ ...place, bottom: `calc(100% + ${(count - 1 - lane) * laneHeight + 2}px)` }}
        >
          <span className="rounded-xs bg-surface/85 pr-1 font-medium">{incident.id}</span>
        </a>
      </div>
    );
  });
}
