import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOfContest } from '#domain/results/share.ts';

describe('share of a candidacy', () => {
  it.each([
    ['of ballots', 50, { ballots: 200, votes: 190 }, 'ballots', 2_500],
    ['of valid votes', 50, { ballots: 220, votes: 200 }, 'valid_votes', 2_500],
    ['as published in Georgia', 1_012_569, { ballots: 1_660_089, votes: 1_629_988 }, 'valid_votes', 6_212],
    ['of all but one is not all', 999_999, { ballots: 1_000_000, votes: 1_000_000 }, 'ballots', 9_999],
    ['of one in a million is not nothing', 1, { ballots: 1_000_000, votes: 1_000_000 }, 'ballots', 1],
    ['of everybody', 7, { ballots: 7, votes: 7 }, 'ballots', 10_000],
    ['of nobody', 0, { ballots: 7, votes: 0 }, 'ballots', 0],
    ['is unknown where no one voted', 0, { ballots: 0, votes: 0 }, 'ballots', null],
    ['is unknown for annulled votes above all the valid ones', 9, { ballots: 9, votes: 4 }, 'valid_votes', null],
    ['is unknown before the results', null, null, 'ballots', null],
  ] as const)('%s', (_, votes, figures, shareOf, expected) => {
    expect(shareOfContest(votes, figures, shareOf)).toBe(expected);
  });

  it('is within half a hundredth of a percent of the ratio, and never leaves the ends to others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000_000 }), fc.nat(9_000_000), (whole, part) => {
        const votes = part % (whole + 1);
        const share = shareOfContest(votes, { ballots: whole, votes: 0 }, 'ballots') ?? -1;
        expect(Math.abs(share - (votes / whole) * 10_000)).toBeLessThan(1);
        expect(share === 0).toBe(votes === 0);
        expect(share === 10_000).toBe(votes === whole);
      }),
      { seed: 20201006 },
    );
  });
});
