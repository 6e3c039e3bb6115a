import { describe, expect, it } from 'vitest';
import { InvalidInput } from '#domain/errors.ts';
import { toSummaryFile } from '#domain/results/editionFiles.ts';
import {
  candidacyOf,
  composeSmallEdition,
  contestOf,
  protocolOf,
  smallCandidacies,
  smallProtocols,
} from '#tests/support/smallResults.ts';

const stateOf = (edition: ReturnType<typeof composeSmallEdition>, contestId: string) =>
  edition.contests.find(({ id }) => id === contestId);

describe('an edition', () => {
  it('has the contests in the order of the package, each with its state', () => {
    expect(composeSmallEdition().contests.map(({ id, state }) => [id, state])).toEqual([
      ['president', 'counted'],
      ['council-A', 'counted'],
      ['council-B', 'counted'],
      ['council-A-1', 'counted'],
      ['council-A-2', 'uncontested'],
      ['council-B-2', 'counted'],
    ]);
  });

  it('takes annulled votes out of the votes and leaves them in sight', () => {
    const council = stateOf(composeSmallEdition(), 'council-A');
    expect(council?.figures).toEqual({ voted: 160, ballots: 160, invalid: 2, blank: 24, votes: 212, annulled: 80 });
    expect(council?.candidacies.find(({ id }) => id === 'council-A-2')).toMatchObject({
      votes: 80,
      rank: null,
      outcome: 'not_eligible',
    });
  });

  it('has the same contests and candidacies before the results, without a figure', () => {
    const zeroFeed = composeSmallEdition({ protocols: null });
    expect(zeroFeed.contests.map(({ id, candidacies }) => [id, candidacies.length])).toEqual(
      composeSmallEdition().contests.map(({ id, candidacies }) => [id, candidacies.length]),
    );
    for (const { state, figures, tie, areas, regions, candidacies } of zeroFeed.contests) {
      expect([state, figures, tie, areas, regions]).toEqual(['pre-election', null, null, [], []]);
      for (const { votes, rank, outcome } of candidacies) expect([votes, rank, outcome]).toEqual([null, null, null]);
    }
  });

  it('withholds a contest that people took back, with the reason, and no other', () => {
    const reason = { kk: 'қате', ru: 'ошибка', en: 'an error' };
    const edition = composeSmallEdition({ retractions: new Map([['council-A', reason]]) });
    expect(stateOf(edition, 'council-A')).toMatchObject({
      state: 'withheld',
      withheld: { rule: 'retracted', districtCode: null, reason },
      figures: null,
      areas: [],
    });
    expect(toSummaryFile(edition).totals.contestsWithheld).toBe(1);
  });

  it('withholds a contest while one of its districts has not reported', () => {
    const protocols = smallProtocols.filter(
      ({ contestId, districtCode }) => contestId !== 'president' || districtCode !== 'XX-B-1',
    );
    expect(stateOf(composeSmallEdition({ protocols }), 'president')?.withheld).toEqual({
      rule: 'missing_protocol',
      districtCode: 'XX-B-1',
      reason: null,
    });
  });

  it('elects without a vote where there are no more candidacies than seats', () => {
    const protocols = smallProtocols.filter(({ contestId }) => contestId !== 'council-A-2');
    expect(stateOf(composeSmallEdition({ protocols }), 'council-A-2')).toMatchObject({
      state: 'uncontested',
      figures: null,
      areas: [],
      candidacies: [{ votes: null, rank: null, outcome: 'elected_unopposed' }],
    });
  });

  it('has no voters beside ballots where the turnout board was told of none', () => {
    const edition = composeSmallEdition({
      source: 'protocols',
      turnout: new Map([['XX-A-1', { eligible: 1_000, specialList: 5, voted: 110 }]]),
    });
    const president = stateOf(edition, 'president');
    expect(president?.figures?.voted).toBeNull();
    expect(president?.areas.map(({ voted }) => voted)).toEqual([110, null, null]);
    expect(
      [...edition.turnout.values()].map(({ eligible, specialList, voted }) => [eligible, specialList, voted]),
    ).toEqual([
      [1_000, 5, 110],
      [1_000, 5, 110],
      [0, 0, 0],
      [1_000, 5, 110],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  const stray = contestOf('stray', 'XX-A-1', 1);
  const lot = { contestId: 'stray', order: ['a', 'b'], drawnBy: 'Chair', drawnAt: '2020-10-05T10:00:00+06:00' };
  it.each([
    [
      'a protocol of a contest that is not',
      { protocols: [...smallProtocols, protocolOf(stray, 'XX-A-1', { ballots: 1, votes: [1] })] },
      'A protocol names contest stray: there is none',
    ],
    [
      'a candidacy of a contest that is not',
      { candidacies: [...smallCandidacies, candidacyOf('stray', 1)] },
      'A candidacy names contest stray: there is none',
    ],
    ['a lot of a contest that is not', { lots: [lot] }, 'A lot names contest stray: there is none'],
    [
      'a lot where nothing is tied',
      { lots: [{ ...lot, contestId: 'president' }] },
      'there is no tie for the last seat',
    ],
    [
      'a protocol that comes twice',
      { protocols: [...smallProtocols, smallProtocols[0]!] },
      'Contest president has two protocols of district XX-A-1: keep one',
    ],
  ])('refuses %s', (_, options, message) => {
    expect(() => composeSmallEdition(options)).toThrow(InvalidInput);
    expect(() => composeSmallEdition(options)).toThrow(message);
  });
});
