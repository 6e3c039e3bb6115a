import { xRatio } from './curveGeometry.ts';
import { type Band, unionOf } from './incidentBands.ts';
import type { Span } from './nights.ts';
import { percent } from './percent.ts';

const kinds = [
  { key: 'other', color: 'var(--incident)', isOf: ({ mark }: Band) => mark.severity !== 'critical' },
  { key: 'critical', color: 'var(--critical)', isOf: ({ mark }: Band) => mark.severity === 'critical' },
];

/** Behind the curve: the times in which an incident was open, hatched, so that they are no nights in greyscale either. */
export function IncidentStretches({ bands, time }: { bands: readonly Band[]; time: Span }) {
  return kinds.map(({ key, color, isOf }) =>
    unionOf(bands.filter(isOf)).map((stretch) => {
      const from = xRatio(stretch.startMs, time);
      return (
        <div
          key={`${key} ${stretch.startMs}`}
          aria-hidden="true"
          className="incident-stretch pointer-events-none absolute inset-y-0 min-w-0.5"
          style={{ left: percent(from), width: percent(xRatio(stretch.endMs, time) - from), color }}
        />
      );
    }),
  );
}
