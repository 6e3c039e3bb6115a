import { describe, expect, test } from 'vitest';
import { formatCount, formatPermille, zoneCity, zonedInstant } from '#components/format/format.ts';

describe('numbers', () => {
  test('are grouped the same in Kazakh and Russian, without the browser’s Kazakh', () => {
    expect(formatCount('kk', 446_297)).toBe('446\u00a0297');
    expect(formatCount('ru', 446_297)).toBe('446\u00a0297');
    expect(formatCount('en', 446_297)).toBe('446,297');
  });

  test.each([
    ['kk', 534, '53,4%'],
    ['ru', 534, '53,4\u00a0%'],
    ['en', 534, '53.4%'],
    ['en', 999, '99.9%'],
    ['en', 1000, '100.0%'],
    ['ru', 0, '0,0\u00a0%'],
  ] as const)('%s writes %i tenths of a percent as %s', (language, permille, expected) => {
    expect(formatPermille(language, permille)).toBe(expected);
  });
});

describe('instants', () => {
  test('are told in the election’s time zone', () => {
    expect(zonedInstant(Date.parse('2020-10-03T18:30:05Z'), 'Asia/Almaty')).toEqual({
      year: 2020,
      month: 10,
      day: 4,
      time: '00:30',
      timeWithSeconds: '00:30:05',
    });
  });

  test('a zone without a name of its own is named after its city', () => {
    expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });
});
