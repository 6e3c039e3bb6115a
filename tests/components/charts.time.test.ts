import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nightsBetween } from '#components/charts/nights.ts';
import { timeTicks } from '#components/charts/timeTicks.ts';
import { instantOf, zonedParts, zoneOffsetMs } from '#domain/zonedTime.ts';

const hourMs = 3_600_000;
const zones = ['Asia/Almaty', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];
const someZone = fc.constantFrom(...zones);
const someInstant = fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2030, 0) });

describe('wall clock of a zone', () => {
  it('knows the offset at the instant: Almaty was UTC+6 in 2020 and is UTC+5 now', () => {
    expect(zoneOffsetMs(Date.parse('2020-10-02T11:00:00Z'), 'Asia/Almaty')).toBe(6 * hourMs);
    expect(zoneOffsetMs(Date.parse('2025-10-02T11:00:00Z'), 'Asia/Almaty')).toBe(5 * hourMs);
  });

  it('finds the instant of an hour that the clock shows', () => {
    fc.assert(
      fc.property(someInstant, someZone, (ms, timeZone) => {
        const wall = zonedParts(ms, timeZone);
        const found = instantOf(wall, timeZone);
        const { year, month, day, hour, minute } = zonedParts(found, timeZone);
        expect([year, month, day, hour]).toEqual([wall.year, wall.month, wall.day, wall.hour]);
        expect(minute === 0 || timeZone === 'Australia/Lord_Howe').toBe(true);
      }),
    );
  });

  it('gives the first instant after the gap for an hour that the clocks skip', () => {
    const skipped = instantOf({ year: 2024, month: 3, day: 31, hour: 2 }, 'Europe/Berlin');
    expect(new Date(skipped).toISOString()).toBe('2024-03-31T01:00:00.000Z');
  });
});

describe('nights', () => {
  const hoursOf = (from: string, to: string, timeZone: string) =>
    nightsBetween(Date.parse(from), Date.parse(to), timeZone).map((night) => (night.endMs - night.startMs) / hourMs);

  it('clips the first night to an opening at midnight', () => {
    const nights = nightsBetween(
      Date.parse('2020-10-01T00:00:00+06:00'),
      Date.parse('2020-10-04T14:00:00+06:00'),
      'Asia/Almaty',
    );
    expect(nights.map((night) => new Date(night.startMs + 6 * hourMs).toISOString().slice(5, 16))).toEqual([
      '10-01T00:00',
      '10-01T23:00',
      '10-02T23:00',
      '10-03T23:00',
    ]);
    expect(nights.map((night) => (night.endMs - night.startMs) / hourMs)).toEqual([6, 7, 7, 7]);
  });

  it('last six hours when the clocks go forward and eight when they go back', () => {
    expect(hoursOf('2024-03-30T12:00:00Z', '2024-03-31T12:00:00Z', 'Europe/Berlin')).toEqual([6]);
    expect(hoursOf('2024-10-26T12:00:00Z', '2024-10-27T12:00:00Z', 'Europe/Berlin')).toEqual([8]);
  });

  it('hold exactly the instants whose local hour is 23 or before 6', () => {
    fc.assert(
      fc.property(
        someInstant,
        fc.integer({ min: 1, max: 120 }),
        someZone,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (startMs, hours, zone, share) => {
          const endMs = startMs + hours * hourMs;
          const ms = Math.floor(startMs + share * (endMs - startMs));
          const { hour } = zonedParts(ms, zone);
          const isIn = nightsBetween(startMs, endMs, zone).some((night) => ms >= night.startMs && ms < night.endMs);
          expect(isIn).toBe(hour >= 23 || hour < 6);
        },
      ),
    );
  });

  it('are none on a voting day from eight to eight', () => {
    expect(hoursOf('2013-10-27T08:00:00+04:00', '2013-10-27T20:00:00+04:00', 'Asia/Tbilisi')).toEqual([]);
  });
});

describe('ticks of the time axis', () => {
  it('name each day and its noon for a vote of four days', () => {
    const ticks = timeTicks(
      Date.parse('2020-10-01T00:00:00+06:00'),
      Date.parse('2020-10-04T14:00:00+06:00'),
      'Asia/Almaty',
    );
    expect(ticks.map((tick) => tick.kind)).toEqual(['day', 'hour', 'day', 'hour', 'day', 'hour', 'day', 'hour']);
    expect(ticks.filter((tick) => tick.major).every((tick) => tick.kind === 'day')).toBe(true);
  });

  it('name hours on a single day', () => {
    const ticks = timeTicks(
      Date.parse('2013-10-27T08:00:00+04:00'),
      Date.parse('2013-10-27T20:00:00+04:00'),
      'Asia/Tbilisi',
    );
    expect(ticks.map((tick) => zonedParts(tick.ms, 'Asia/Tbilisi').hour)).toEqual([9, 12, 15, 18]);
  });

  it('are few enough to read, in order and inside the axis', () => {
    fc.assert(
      fc.property(someInstant, fc.integer({ min: 2, max: 2000 }), someZone, (startMs, hours, zone) => {
        const endMs = startMs + hours * hourMs;
        const ticks = timeTicks(startMs, endMs, zone);
        expect(ticks.length).toBeLessThanOrEqual(16);
        expect(ticks.filter((tick) => tick.major).length).toBeLessThanOrEqual(9);
        expect(ticks.every((tick) => tick.ms >= startMs && tick.ms <= endMs)).toBe(true);
        expect(ticks.map((tick) => tick.ms)).toEqual(ticks.map((tick) => tick.ms).sort((a, b) => a - b));
      }),
    );
  });
});
