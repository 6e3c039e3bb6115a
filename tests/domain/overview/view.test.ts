import { describe, expect, it } from 'vitest';
import { noteCritical } from '#domain/overview/newCritical.ts';
import type { PartFigures } from '#domain/overview/overview.ts';
import { nextInRotation, wallRotation } from '#domain/overview/rotation.ts';
import { chooseView } from '#domain/overview/view.ts';

const units = [
  { code: 'XX', level: 'country' },
  { code: 'XX-A', level: 'region' },
  { code: 'XX-B', level: 'region' },
  { code: 'XX-A-1', level: 'district' },
] as const;
const anywhere = { regionCode: null, districtCode: null };

describe('what a person looks at', () => {
  it('is the country or the region asked for, where the person has the country', () => {
    expect(chooseView(anywhere, units, null).scope).toEqual({ level: 'country', code: 'XX' });
    expect(chooseView(anywhere, units, 'XX-B')).toEqual({
      scope: { level: 'region', code: 'XX-B' },
      reach: anywhere,
      place: { regionCode: 'XX-B', districtCode: null },
    });
  });

  it('is the own region or district, whatever is asked for', () => {
    for (const asked of [null, 'XX-B', 'XX-A', 'nonsense']) {
      const inA = { regionCode: 'XX-A', districtCode: null };
      expect(chooseView(inA, units, asked)).toEqual({
        scope: { level: 'region', code: 'XX-A' },
        reach: inA,
        place: inA,
      });
      const inDistrict = { regionCode: 'XX-A', districtCode: 'XX-A-1' };
      expect(chooseView(inDistrict, units, asked)).toMatchObject({
        scope: { level: 'district', code: 'XX-A-1' },
        reach: inDistrict,
      });
    }
  });

  it.each(['XX', 'XX-A-1', 'XX-C', ''])('is no region %j', (asked) => {
    expect(() => chooseView(anywhere, units, asked)).toThrow('no region');
  });
});

describe('the wall', () => {
  const part = (code: string, some: Partial<PartFigures>): PartFigures => ({
    code,
    eligible: 1,
    voted: 0,
    votedInHour: 0,
    votedInHourYesterday: null,
    open: { critical: 0, major: 0, minor: 0 },
    stalls: 0,
    casesOpen: 9,
    casesOverDay: 9,
    held: 1,
    ...some,
  });

  it('shows the country and each region in trouble in turn, and begins anew where the shown one is no more', () => {
    const parts = [
      part('XX-A', { open: { critical: 0, major: 0, minor: 1 } }),
      part('XX-B', {}),
      part('XX-C', { stalls: 2 }),
    ];
    const rotation = wallRotation({ scope: { level: 'country', code: 'XX' }, parts });
    expect(rotation).toEqual([null, 'XX-A', 'XX-C']);
    expect(rotation.map((shown) => nextInRotation(rotation, shown))).toEqual(['XX-A', 'XX-C', null]);
    expect(nextInRotation(rotation, 'XX-B')).toBeNull();
    expect(nextInRotation([null], null)).toBeNull();
  });

  it('stays where the person has one region', () => {
    expect(wallRotation({ scope: { level: 'region', code: 'XX-A' }, parts: [part('XX-A-1', { stalls: 1 })] })).toEqual([
      null,
    ]);
  });
});

describe('a new critical incident', () => {
  it('is none at the first look, and one only once', () => {
    const first = noteCritical(null, ['I-0001']);
    expect(first.fresh).toEqual([]);
    const second = noteCritical(first.seen, ['I-0001', 'I-0003', 'I-0002']);
    expect(second.fresh).toEqual(['I-0003', 'I-0002']);
    const gone = noteCritical(second.seen, []);
    expect(noteCritical(gone.seen, ['I-0002']).fresh).toEqual([]);
  });
});
