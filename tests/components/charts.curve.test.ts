import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaPath, linePath, separateLabels } from '#components/charts/curveGeometry.ts';
import { curveTime, falls, hourlySeries, rowsWithin } from '#components/charts/curveModel.ts';
import { type CurveRow, downsample } from '#components/charts/downsample.ts';
import { hourlyDifferences } from '#components/charts/hourly.ts';
import { valueScale } from '#components/charts/valueScale.ts';
import type { WindowChange } from '#domain/schedule.ts';

const zone = 'Asia/Almaty';
const opensMs = Date.parse('2020-10-01T00:00:00+06:00');
const minuteMs = 60_000;
const window = { startMs: opensMs, endMs: Date.parse('2020-10-03T14:00:00+06:00') };
const at = (minutes: number, voted: number, authorized = voted): CurveRow => ({
  ms: opensMs + minutes * minuteMs,
  authorized,
  voted,
});

const someRows = fc
  .array(
    fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: -50, max: 5000 }), fc.integer({ min: 0, max: 5000 })),
    {
      minLength: 1,
      maxLength: 400,
    },
  )
  .map((steps) => {
    let row = at(0, 0);
    return steps.map(([minutes, voted, authorized]) => {
      row = {
        ms: Math.min(window.endMs, row.ms + minutes * minuteMs),
        voted: row.voted + voted,
        authorized: row.authorized + authorized,
      };
      return row;
    });
  });

describe('differences by hour', () => {
  it('count each hour from the total at its end', () => {
    const hours = hourlyDifferences([at(0, 0), at(30, 10), at(60, 25), at(120, 40), at(130, 44)], window, zone);
    expect(hours.map((hour) => [hour.voted, hour.votedTotal, hour.isOver])).toEqual([
      [25, 25, true],
      [15, 40, true],
      [4, 44, false],
    ]);
  });

  it('keep silent hours as zero', () => {
    expect(hourlyDifferences([at(10, 5), at(200, 6)], window, zone).map((hour) => hour.voted)).toEqual([5, 0, 0, 1]);
  });

  it('fall below zero in the hour of a correction', () => {
    const rows = [at(60, 100), at(90, 40)];
    expect(hourlyDifferences(rows, window, zone).map((hour) => hour.voted)).toEqual([100, -60]);
    expect(falls(rows)).toBe(true);
  });

  it('start at the local hour where the offset is not whole', () => {
    const startMs = Date.parse('2024-05-01T08:00:00+05:45');
    const rows = [{ ms: startMs + 90 * minuteMs, voted: 3, authorized: 3 }];
    const hours = hourlyDifferences(rows, { startMs, endMs: startMs + 600 * minuteMs }, 'Asia/Kathmandu');
    expect(hours.map((hour) => (hour.startMs - startMs) / minuteMs)).toEqual([0, 60]);
  });

  it('add up to the newest figures, hour after hour without a gap', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const hours = hourlyDifferences(rows, window, zone);
        const newest = rows.at(-1)!;
        expect(hours.reduce((sum, hour) => sum + hour.voted, 0)).toBe(newest.voted);
        expect(hours.reduce((sum, hour) => sum + hour.authorized, 0)).toBe(newest.authorized);
        expect(hours.slice(1).every((hour, index) => hour.startMs === hours[index]!.endMs)).toBe(true);
        expect(hours.slice(0, -1).every((hour) => hour.isOver)).toBe(true);
      }),
    );
  });
});

describe('downsampling', () => {
  it('keeps ends, extremes and order within the limit', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 6, max: 120 }), (rows, limit) => {
        const drawn = downsample(rows, limit);
        expect(drawn.length).toBeLessThanOrEqual(Math.max(limit, 2));
        expect(drawn[0]).toBe(rows[0]);
        expect(drawn.at(-1)).toBe(rows.at(-1));
        const positions = drawn.map((row) => rows.indexOf(row));
        expect(positions).toEqual([...positions].sort((a, b) => a - b));
        expect(Math.max(...drawn.map((row) => row.voted))).toBe(Math.max(...rows.map((row) => row.voted)));
        expect(Math.min(...drawn.map((row) => row.voted))).toBe(Math.min(...rows.map((row) => row.voted)));
      }),
    );
  });
});

describe('the curve', () => {
  const change = (closesAt: string, announcedAt: string): WindowChange => ({
    channel: 'online',
    opensAt: '2020-10-01T00:00:00+06:00',
    closesAt,
    announcedAt,
    reason: null,
    decidedBy: { kk: 'x', ru: 'x', en: 'x' },
  });

  it('ends at the closing in force and remembers the planned one', () => {
    const windows = [
      change('2020-10-03T14:00:00+06:00', '2020-08-17T10:00:00+06:00'),
      change('2020-10-04T14:00:00+06:00', '2020-10-02T19:54:00+06:00'),
    ];
    const time = curveTime({ windows, publications: [] }, zone);
    expect(time?.endMs).toBe(Date.parse('2020-10-04T14:00:00+06:00'));
    expect(time?.plannedEndMs).toBe(Date.parse('2020-10-03T14:00:00+06:00'));
  });

  it('is none without an announced window', () => {
    expect(curveTime({ windows: [], publications: [] }, zone)).toBeNull();
  });

  it('stands at the closing with the newest figure when a correction came later', () => {
    const points = [
      { at: '2020-10-03T14:00:00+06:00', authorized: 9, voted: 8 },
      { at: '2020-10-05T09:00:00+06:00', authorized: 9, voted: 7 },
    ];
    expect(rowsWithin(points, window)).toEqual([{ ms: window.endMs, authorized: 9, voted: 7 }]);
  });

  it('names the last whole hour, not the running one', () => {
    const series = hourlySeries(hourlyDifferences([at(60, 100), at(65, 101)], window, zone), true);
    expect(series.end?.voted).toBe(100);
    expect(series.running).toEqual({ startMs: opensMs + 60 * minuteMs, endMs: opensMs + 65 * minuteMs });
  });
});

describe('drawing', () => {
  const drawing = {
    rows: [at(0, 0), at(31 * 60, 50), at(62 * 60, 100)],
    figureOf: (row: CurveRow) => row.voted,
    time: window,
    scale: { min: 0, max: 100, ticks: [] },
  };

  it('joins the rows by lines or by steps', () => {
    expect(linePath({ ...drawing, isStepped: false })).toBe('M0 1000L500 500L1000 0');
    expect(linePath({ ...drawing, isStepped: true })).toBe('M0 1000H500V500H1000V0');
    expect(areaPath({ ...drawing, isStepped: false })).toBe('M0 1000L500 500L1000 0V1000H0Z');
  });

  it('draws nothing of a single row', () => {
    expect(areaPath({ ...drawing, rows: [at(0, 4)], isStepped: false })).toBe('');
  });

  it('keeps labels apart and inside the plot, and still where they have room', () => {
    const room = { gap: 44, min: 20, max: 260 };
    expect(separateLabels(50, 150, room)).toEqual({ upper: 50, lower: 150 });
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 400 }), fc.nat(300), (upper, gap) => {
        const placed = separateLabels(upper, upper + gap, room);
        expect(placed.lower - placed.upper).toBeGreaterThanOrEqual(room.gap);
        expect(placed.upper).toBeGreaterThanOrEqual(room.min);
        expect(placed.lower).toBeLessThanOrEqual(room.max);
      }),
    );
  });

  it('scales to hold every figure and zero, with a few whole ticks', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e7 }), fc.nat(1e7), (lowest, range) => {
        const scale = valueScale(lowest, lowest + range);
        expect(scale.min).toBeLessThanOrEqual(Math.min(0, lowest));
        expect(scale.max).toBeGreaterThanOrEqual(Math.max(0, lowest + range));
        expect(scale.max).toBeGreaterThan(scale.min);
        expect(scale.ticks.length).toBeLessThanOrEqual(6);
        expect(scale.ticks.every((tick) => Number.isInteger(tick) && tick !== 0)).toBe(true);
      }),
    );
  });
});
