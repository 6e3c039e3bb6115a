import { describe, expect, it } from 'vitest';
import type { AreaResult } from '#domain/results/edition.ts';
import { mergeAreas, sumRegions } from '#domain/results/mergeAreas.ts';

/** Areas of districts `A1`, `A2`, `B1`, … with these ballots; the letter is the region. */
function areasOf(ballots: Record<string, number>): AreaResult[] {
  return Object.entries(ballots).map(([code, count]) => ({
    voted: count,
    ballots: count,
    invalid: 0,
    blank: 0,
    votes: count,
    annulled: 0,
    districtCodes: [code],
    votesByCandidacy: { c: count },
  }));
}

const regionsOf = (areas: readonly AreaResult[]) =>
  new Map(areas.flatMap(({ districtCodes }) => districtCodes.map((code) => [code, code.charAt(0)] as const)));

const merge = (ballots: Record<string, number>) => {
  const areas = areasOf(ballots);
  const merged = mergeAreas(areas, regionsOf(areas));
  return { merged, regions: sumRegions(merged, regionsOf(areas)) };
};

describe('districts with fewer than 10 ballots', () => {
  it.each<[string, Record<string, number>, string[]]>([
    ['stay as they are from 10 on', { A1: 10, A2: 11 }, ['A1', 'A2']],
    ['join the smallest other', { A1: 9, A2: 30, A3: 20 }, ['A1+A3', 'A2']],
    [
      'join one of their region before a smaller one of another',
      { A1: 3, A2: 50, B1: 12, B2: 12 },
      ['A1+A2', 'B1', 'B2'],
    ],
    [
      'join another region where their own has no other ballots',
      { A1: 3, A2: 0, B1: 12, B2: 15 },
      ['A1+B1', 'A2', 'B2'],
    ],
    ['join each other until they are 10', { A1: 3, A2: 4, A3: 5, A4: 90 }, ['A1+A2+A3', 'A4']],
    ['take a larger one where all the small are not enough', { A1: 3, A2: 4, A3: 90 }, ['A1+A2+A3']],
    ['stay alone where nobody voted', { A1: 0, A2: 0, A3: 40 }, ['A1', 'A2', 'A3']],
    ['are one where all of them together are fewer', { A1: 3, B1: 4 }, ['A1+B1']],
    ['join the first of equals', { A1: 20, A2: 5, A3: 20 }, ['A1+A2', 'A3']],
    ['join the first of equals, merged ones too', { A1: 5, A2: 5, A3: 10, A4: 6 }, ['A1+A2+A4', 'A3']],
  ])('%s', (_, ballots, expected) => {
    expect(merge(ballots).merged.map(({ districtCodes }) => districtCodes.join('+'))).toEqual(expected);
  });

  it('keep their sums', () => {
    const { merged } = merge({ A1: 3, A2: 4, A3: 50 });
    expect(merged).toEqual([
      {
        voted: 57,
        ballots: 57,
        invalid: 0,
        blank: 0,
        votes: 57,
        annulled: 0,
        districtCodes: ['A1', 'A2', 'A3'],
        votesByCandidacy: { c: 57 },
      },
    ]);
  });
});

describe('regions of a contest', () => {
  const told = (ballots: Record<string, number>) =>
    merge(ballots).regions.map(({ regionCodes, ballots: count }) => `${regionCodes.join('+')} ${count}`);

  it('are the sums of their districts', () => {
    expect(told({ A1: 10, A2: 5, B1: 40, C1: 0 })).toEqual(['A 15', 'B 40', 'C 0']);
  });

  it('are not told where there is one', () => {
    expect(told({ A1: 10, A2: 50 })).toEqual([]);
  });

  it('stay together where a district is merged across their border, so that none can be subtracted', () => {
    expect(told({ A1: 3, B1: 12, B2: 30, C1: 20 })).toEqual(['A+B 45', 'C 20']);
  });
});
