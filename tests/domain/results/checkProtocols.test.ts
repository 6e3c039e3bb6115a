import { describe, expect, it } from 'vitest';
import { checkContest } from '#domain/results/checkProtocols.ts';
import type { ResultRule } from '#domain/results/edition.ts';
import type { Protocol } from '#domain/results/protocol.ts';
import { candidacyOf, contestOf, protocolOf } from '#tests/support/smallResults.ts';

const contest = contestOf('c', 'XX-A', 2);
const candidacies = [1, 2, 3].map((number) => candidacyOf('c', number));
const good = protocolOf(contest, 'XX-A-2', { ballots: 50, invalid: 2, votes: [40, 30, 20] });
const other = protocolOf(contest, 'XX-A-1', { ballots: 30, votes: [20, 10, 5] });
const voted = new Map([
  ['XX-A-1', 30],
  ['XX-A-2', 50],
]);

const check = (protocol: Partial<Protocol>, source: 'tally' | 'protocols' = 'protocols', turnout = voted) =>
  checkContest(contest, ['XX-A-1', 'XX-A-2'], candidacies, [other, { ...good, ...protocol }], {
    voted: turnout,
    source,
  });

describe('invariants of a contest in a district', () => {
  it('all hold for protocols that add up', () => {
    expect(check({})).toBeNull();
    expect(check({}, 'tally')).toBeNull();
  });

  it.each<[string, Partial<Protocol>, ResultRule, string?]>([
    ['a district that the contest does not have', { districtCode: 'XX-B-1' }, 'unknown_district', 'XX-B-1'],
    ['a candidacy of another contest', { votes: new Map([['other-1', 1]]) }, 'unknown_candidacy'],
    ['a negative vote', { votes: new Map([['c-1', -1]]) }, 'negative_figure'],
    ['a negative blank', { blank: -1 }, 'negative_figure'],
    ['a figure that is no whole number', { ballots: 50.5 }, 'negative_figure'],
    ['more invalid ballots than ballots', { invalid: 51 }, 'invalid_exceeds_ballots'],
    ['swapped columns of ballots and invalid', { ballots: 2, invalid: 50 }, 'invalid_exceeds_ballots'],
    ['more votes than the ballots could give', { ballots: 40 }, 'votes_exceed_ballots_times_allowed'],
    ['more votes of one than valid ballots', { votes: new Map([['c-1', 49]]), blank: 47 }, 'candidacy_exceeds_ballots'],
    ['a sum one vote short', { blank: 5 }, 'sum_of_votes_is_wrong'],
    ['a sum one vote over', { blank: 7 }, 'sum_of_votes_is_wrong'],
  ])('[%s] is found and named with its district', (_, change, rule, districtCode = 'XX-A-2') => {
    expect(check(change)).toEqual({ rule, districtCode, reason: null });
  });

  it('is missing where a district reports nothing', () => {
    expect(checkContest(contest, ['XX-A-1', 'XX-A-2'], candidacies, [other], { voted, source: 'tally' })).toEqual({
      rule: 'missing_protocol',
      districtCode: 'XX-A-2',
      reason: null,
    });
  });

  it('lets a protocol have fewer ballots than voters, and a tally not', () => {
    const more = new Map([...voted, ['XX-A-2', 51]]);
    expect(check({}, 'protocols', more)).toBeNull();
    expect(check({}, 'tally', more)?.rule).toBe('ballots_differ_from_voted');
  });

  it('finds more ballots than voters', () => {
    const fewer = new Map([...voted, ['XX-A-2', 49]]);
    expect(check({}, 'protocols', fewer)?.rule).toBe('ballots_exceed_voted');
    expect(check({}, 'tally', fewer)?.rule).toBe('ballots_differ_from_voted');
  });

  it('compares no protocol with a turnout that was never reported, and every tally', () => {
    const nobody = new Map([...voted, ['XX-A-2', 0]]);
    expect(check({}, 'protocols', nobody)).toBeNull();
    expect(check({}, 'protocols', new Map())).toBeNull();
    expect(check({}, 'tally', nobody)?.rule).toBe('ballots_differ_from_voted');
  });

  it('names the first district in the order of the package', () => {
    const broken = { ...other, blank: other.blank + 1 };
    const result = checkContest(contest, ['XX-A-1', 'XX-A-2'], candidacies, [{ ...good, blank: 0 }, broken], {
      voted,
      source: 'tally',
    });
    expect(result?.districtCode).toBe('XX-A-1');
  });
});
