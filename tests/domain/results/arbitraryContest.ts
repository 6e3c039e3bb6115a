import fc from 'fast-check';
import type { ContestInput } from '#domain/results/countContest.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import { candidacyOf, contestOf, decided, protocolOf } from '#tests/support/smallResults.ts';

export const run = { seed: 20201004, numRuns: 500 };

interface Reported {
  region: number;
  ballots: number;
  invalidPercent: number;
  /** Share of valid ballots that mark each candidacy, in percent; few values, so that ties are frequent. */
  marks: number[];
}

const mostCandidacies = 7;

const reported: fc.Arbitrary<Reported> = fc.record({
  region: fc.nat(2),
  ballots: fc.oneof(fc.constant(0), fc.nat(12), fc.nat(60)),
  invalidPercent: fc.constantFrom(0, 0, 5, 30, 100),
  marks: fc.array(fc.constantFrom(0, 20, 50, 50, 100), { minLength: mostCandidacies, maxLength: mostCandidacies }),
});

const decision = fc.constantFrom(
  null,
  null,
  null,
  decided('registered', 'counted'),
  decided('removed', 'annulled'),
  decided('removed', 'counted'),
  decided('removed', 'pending'),
  decided('withdrawn', 'counted'),
);

/** A contest over districts of up to three regions, its protocols adding up. */
export const arbitraryContest: fc.Arbitrary<ContestInput & { protocols: readonly Protocol[] }> = fc
  .record({
    seats: fc.integer({ min: 1, max: 4 }),
    votesAllowed: fc.integer({ min: 1, max: 4 }),
    decisions: fc.array(decision, { maxLength: mostCandidacies }),
    districts: fc.array(reported, { minLength: 1, maxLength: 8 }),
  })
  .map(({ seats, votesAllowed, decisions, districts }) => {
    const contest = contestOf('c', 'XX', seats, { votesAllowed });
    const codeOf = (index: number) => `XX-${index}`;
    return {
      contest,
      districtCodes: districts.map((_, index) => codeOf(index)),
      regionOf: new Map(districts.map(({ region }, index) => [codeOf(index), `XX-R${region}`])),
      candidacies: decisions.map((each, index) => candidacyOf('c', index + 1, each)),
      protocols: districts.map((district, index) =>
        protocolOf(contest, codeOf(index), fillBallots(district, votesAllowed, decisions.length)),
      ),
      source: 'tally',
      voted: new Map(districts.map(({ ballots }, index) => [codeOf(index), ballots])),
      lot: null,
      retraction: null,
    };
  });

function fillBallots({ ballots, invalidPercent, marks }: Reported, votesAllowed: number, candidacies: number) {
  const invalid = Math.floor((ballots * invalidPercent) / 100);
  const valid = ballots - invalid;
  let left = valid * votesAllowed;
  const votes = marks.slice(0, candidacies).map((percent) => {
    const marked = Math.min(left, Math.round((valid * percent) / 100));
    left -= marked;
    return marked;
  });
  return { ballots, invalid, votes };
}

/** The same items in an order that `keys` decide. */
export function shuffle<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items
    .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
