import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byMissing, type DistrictVotes, judgeStall, slowShare, votesExpected } from '#domain/overview/stall.ts';

const limits = { minutes: 15, expected: 20 };
const votes = (lately: number, hourBefore: number): DistrictVotes => ({
  code: 'XX-A-1',
  regionCode: 'XX-A',
  lately,
  hourBefore,
  lastVotedAt: null,
});

describe('a stalled district', () => {
  it.each([
    ['silent', 0, 80],
    ['slow', 3, 80],
    [null, 4, 80],
    [null, 0, 79],
    ['silent', -2, 80],
    ['slow', 39, 800],
    [null, 40, 800],
  ] as const)('is %s with %i votes after %i in the hour before', (kind, lately, hourBefore) => {
    expect(judgeStall(votes(lately, hourBefore), limits)?.kind ?? null).toBe(kind);
  });

  it('never is one where fewer votes than the limit were to be expected, nor one that has a fifth of them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 5_000 }), fc.integer({ min: 0, max: 20_000 }), (lately, hourBefore) => {
        const stall = judgeStall(votes(lately, hourBefore), limits);
        const expected = votesExpected(hourBefore, limits.minutes);
        expect(stall !== null).toBe(expected >= limits.expected && lately < slowShare * expected);
      }),
    );
  });

  it('stands before others where it is silent, then where most votes are missing', () => {
    const stalls = [votes(10, 400), votes(0, 80), votes(1, 400), votes(0, 4_000)].flatMap(
      (each) => judgeStall(each, limits) ?? [],
    );
    expect(stalls.sort(byMissing).map(({ lately, expected }) => [lately, expected])).toEqual([
      [0, 1_000],
      [0, 20],
      [1, 100],
      [10, 100],
    ]);
  });
});
