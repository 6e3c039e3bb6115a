import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xRatio } from '#components/charts/curveGeometry.ts';
import { bandsIn, bandsWithin, notesByHour, packLanes, unionOf } from '#components/charts/incidentBands.ts';
import type { IncidentMark } from '#domain/incidents/incidentMark.ts';

const startMs = Date.parse('2020-10-01T00:00:00+06:00');
const hourMs = 3_600_000;
const axis = { startMs, endMs: startMs + 86 * hourMs };
const at = (hours: number) => new Date(startMs + hours * hourMs).toISOString();

let made = 0;
function incident(from: number, to: number | null, some: Partial<IncidentMark> = {}): IncidentMark {
  made += 1;
  return {
    id: `I-${String(made).padStart(4, '0')}`,
    severity: 'major',
    title: { en: 'The site is slow' },
    unitCodes: [],
    openedAt: at(from),
    resolvedAt: to === null ? null : at(to),
    ...some,
  };
}
const hoursOf = ({ startMs: from, endMs: to }: { startMs: number; endMs: number }) =>
  [from, to].map((ms) => (ms - startMs) / hourMs);

describe('incidents on the time axis', () => {
  it('go from opening to resolution, open ones to now', () => {
    const bands = bandsWithin([incident(30, null), incident(2, 8)], axis, startMs + 40 * hourMs);
    expect(bands.map(hoursOf)).toEqual([
      [2, 8],
      [30, 40],
    ]);
    expect(bands.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  });

  it('are clipped at both ends, and gone where they lie outside', () => {
    const marks = [incident(-5, 3), incident(84, null), incident(-9, -2), incident(87, 90), incident(90, null)];
    expect(bandsWithin(marks, axis, startMs + 100 * hourMs).map(hoursOf)).toEqual([
      [0, 3],
      [84, 86],
    ]);
  });

  it('are there in the minute in which they were opened, also where the page’s clock is behind', () => {
    expect(bandsWithin([incident(10, null)], axis, startMs + 9.9 * hourMs).map(hoursOf)).toEqual([[10, 10]]);
  });

  it('are one stretch where they overlap or touch', () => {
    const bands = bandsWithin([incident(1, 5), incident(2, 3), incident(5, 6), incident(8, 9)], axis, axis.endMs);
    expect(unionOf(bands).map(hoursOf)).toEqual([
      [1, 6],
      [8, 9],
    ]);
  });

  it('are told of at a moment and in an hour', () => {
    const bands = bandsWithin([incident(1, 5), incident(4.5, 7)], axis, axis.endMs);
    const countIn = (from: number, to: number) =>
      bandsIn(bands, { startMs: startMs + from * hourMs, endMs: startMs + to * hourMs }).length;
    expect([countIn(3, 3), countIn(4, 5), countIn(6, 6), countIn(8, 9)]).toEqual([1, 2, 1, 0]);
  });
});

describe('lanes under the curve', () => {
  const labelRatio = () => 0.1;

  it('hold one lane where labels have room', () => {
    const bands = bandsWithin([incident(0, 5), incident(20, 25), incident(50, 55)], axis, axis.endMs);
    expect(packLanes(bands, axis, { lanes: 3, labelRatio }).map((lane) => lane.length)).toEqual([3]);
  });

  it('never lay a bar or a label over another, and lose none, however many there are', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: -20, max: 100 }), fc.integer({ min: 0, max: 40 })), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(some, (spans) => {
        const bands = bandsWithin(
          spans.map(([from, hours]) => incident(from, from + hours)),
          axis,
          axis.endMs,
        );
        const lanes = packLanes(bands, axis, { lanes: 3, labelRatio });
        expect(lanes.length).toBeLessThanOrEqual(3);
        expect(lanes.flat().flatMap((group) => group.bands)).toHaveLength(bands.length);
        for (const lane of lanes)
          for (const [index, group] of lane.entries()) {
            const before = lane[index - 1];
            if (before)
              expect(xRatio(before.endMs, axis) + labelRatio()).toBeLessThanOrEqual(xRatio(group.startMs, axis));
            expect(group.endMs).toBe(Math.max(...group.bands.map((band) => band.endMs)));
          }
      }),
      { seed: 2020 },
    );
  });
});

describe('notes in the table', () => {
  const hours = [0, 1, 2].map((hour) => ({ startMs: startMs + hour * hourMs, endMs: startMs + (hour + 1) * hourMs }));

  it('stand with the hour in which something was opened or resolved, what is newer with the last', () => {
    const bands = bandsWithin([incident(0.5, 1.5), incident(5, null)], axis, axis.endMs);
    const notes = notesByHour(bands, hours);
    expect([...notes].map(([ms, found]) => [(ms - startMs) / hourMs, found.map(({ kind }) => kind)])).toEqual([
      [2, ['opened']],
      [1, ['resolved']],
      [0, ['opened']],
    ]);
  });

  it('are none without figures', () => {
    expect(notesByHour(bandsWithin([incident(0, 1)], axis, axis.endMs), [])).toEqual(new Map());
  });
});
