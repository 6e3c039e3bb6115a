import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowModel, layLanes, spreadLabels } from '#components/overview/flowModel.ts';
import type { FlowIncident } from '#domain/overview/overview.ts';

const at = (clock: string) => Date.parse(`2020-10-02T${clock}:00+06:00`);
const incident = (id: string, from: string, until: string | null): FlowIncident => ({
  id,
  severity: 'major',
  title: { en: id },
  openedAt: new Date(at(from)).toISOString(),
  resolvedAt: until === null ? null : new Date(at(until)).toISOString(),
});

describe('the flow of minutes', () => {
  const span = { fromMs: at('14:01'), untilMs: at('14:03'), endMs: at('15:00'), isOver: false };
  const minute = (clock: string, voted: number, votedYesterday: number | null) => ({
    ...{ at: at(clock), authorized: 5, voted, authorizedYesterday: null, votedYesterday },
  });

  test('draws each minute at its end, ticks every half hour, and room for the highest line', () => {
    const model = flowModel({ ...span, minutes: [minute('14:01', 3, null), minute('14:02', 4, 90)] });
    expect(model.points.map(({ ms, voted }) => [ms, voted])).toEqual([
      [at('14:02'), 3],
      [at('14:03'), 4],
    ]);
    expect(model.ticks).toEqual([at('14:30'), at('15:00')]);
    expect(model.scale.max).toBeGreaterThan(90);
    expect(model.scale.min).toBeCloseTo(0);
    expect(model.hasYesterday).toBe(true);
    expect(flowModel({ ...span, minutes: [minute('14:01', 3, null)] }).hasYesterday).toBe(false);
  });

  test('reaches below zero where a correction took more than came', () => {
    expect(flowModel({ ...span, minutes: [minute('14:01', -30, 0)] }).scale.min).toBeLessThan(-30);
  });
});

describe('incidents over the flow', () => {
  const time = { startMs: at('14:00'), endMs: at('17:00') };
  const lay = (incidents: FlowIncident[], most = 3) =>
    layLanes(incidents, time, at('16:30'), most).map(({ incident: { id }, lane, startMs, endMs }) => [
      ...[id, lane, startMs, endMs],
    ]);

  test('stand in as few lanes as they need, cut at the edges, open ones until now', () => {
    expect(
      lay([incident('I-1', '13:00', '14:30'), incident('I-2', '14:20', null), incident('I-3', '14:30', '15:00')]),
    ).toEqual([
      ['I-1', 0, at('14:00'), at('14:30')],
      ['I-2', 1, at('14:20'), at('16:30')],
      ['I-3', 0, at('14:30'), at('15:00')],
    ]);
  });

  test('leave out what is over before, has not begun, or finds no lane', () => {
    expect(lay([incident('I-1', '12:00', '14:00'), incident('I-2', '16:30', null)])).toEqual([]);
    const four = ['I-1', 'I-2', 'I-3', 'I-4'].map((id) => incident(id, '15:00', null));
    expect(lay(four).map(([id]) => id)).toEqual(['I-1', 'I-2', 'I-3']);
  });

  test('never overlap in a lane', () => {
    const minutes = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(fc.array(fc.tuple(minutes, minutes), { maxLength: 12 }), (spans) => {
        const made = spans.map(
          ([from, length], index): FlowIncident => ({
            ...incident(`I-${index}`, '13:00', null),
            openedAt: new Date(at('13:00') + from * 60_000).toISOString(),
            resolvedAt: new Date(at('13:00') + (from + length) * 60_000).toISOString(),
          }),
        );
        const lanes = layLanes(made, time, at('16:30'), 3);
        for (const a of lanes)
          for (const b of lanes)
            if (a !== b && a.lane === b.lane) expect(a.endMs <= b.startMs || b.endMs <= a.startMs).toBe(true);
      }),
    );
  });
});

describe('labels at the ends of lines', () => {
  test('stand where their lines end, as long as they do not touch', () => {
    expect(spreadLabels([0.2, 0.8], 0.1)).toEqual([0.2, 0.8]);
  });

  test('never touch, keep their order and stay on the plot, wherever the lines end', () => {
    const ratio = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 3 }), (tops) => {
        const gap = 0.3;
        const spread = spreadLabels(tops, gap);
        const order = tops.map((top, index) => ({ top, at: spread[index] ?? 0 })).sort((a, b) => a.top - b.top);
        for (const { at: place } of order) {
          expect(place).toBeGreaterThanOrEqual(gap / 2 - 1e-9);
          expect(place).toBeLessThanOrEqual(1 - gap / 2 + 1e-9);
        }
        const places = spread.toSorted((a, b) => a - b);
        places.slice(1).forEach((place, index) => {
          expect(place - (places[index] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-9);
        });
      }),
    );
  });
});
