import type { Severity } from '#domain/incidents/incident.ts';
import { xRatio } from './curveGeometry.ts';
import type { Band } from './incidentBands.ts';
import type { Span } from './nights.ts';
import { percent } from './percent.ts';

/** A shape each, so that severities differ in greyscale too. */
export const severityBars: Record<Severity, string> = {
  critical: 'h-3 bg-critical',
  major: 'h-2 bg-incident',
  minor: 'h-2 border-2 border-incident bg-surface',
};

/** Bands of one lane. */
export function IncidentBars({ bands, time }: { bands: readonly Band[]; time: Span }) {
  return bands.map(({ mark, startMs, endMs }) => {
    const from = xRatio(startMs, time);
    return (
      <span
        key={mark.id}
        aria-hidden="true"
        className={`absolute top-1/2 min-w-1.5 -translate-y-1/2 rounded-xs ${severityBars[mark.severity]}`}
        style={{ left: percent(from), width: percent(xRatio(endMs, time) - from) }}
      />
    );
  });
}

/** Of an incident's number. */
export const numberLink =
  'underline decoration-ink-soft underline-offset-4 group-hover/incident:decoration-ink group-focus-visible/incident:decoration-ink';
