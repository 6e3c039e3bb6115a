import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listChanges } from '#domain/results/compareEditions.ts';
import { countContest } from '#domain/results/countContest.ts';
import {
  composeSmallEdition,
  decided,
  protocolOf,
  smallCandidacies,
  smallContests,
  smallProtocols,
} from '#tests/support/smallResults.ts';
import { arbitraryContest, run, shuffle } from './arbitraryContest.ts';

const before = composeSmallEdition().contests;
const tell = (after: Parameters<typeof listChanges>[1]) =>
  listChanges(before, after).map(
    ({ contestId, candidacyId, districtCodes, field, before: was, after: is }) =>
      `${candidacyId ?? contestId}${districtCodes ? ` in ${districtCodes.join('+')}` : ''} ${field} ${was} → ${is}`,
  );

const councilA = smallContests.find(({ id }) => id === 'council-A')!;
const replaceProtocol = (votes: readonly number[]) => [
  ...smallProtocols.filter(({ contestId, districtCode }) => contestId !== 'council-A' || districtCode !== 'XX-A-2'),
  protocolOf(councilA, 'XX-A-2', { ballots: 60, votes }),
];

describe('what a correction changed', () => {
  it('is nothing where nothing changed', () => {
    expect(listChanges(before, composeSmallEdition().contests)).toEqual([]);
  });

  it('is each vote, in the contest and in the district, with what follows from it', () => {
    const { contests, changes } = composeSmallEdition({
      protocols: replaceProtocol([40, 30, 10, 26, 2]),
      previous: before,
    });
    expect(changes).toEqual(listChanges(before, contests));
    expect(tell(contests)).toEqual([
      'council-A votes 212 → 213',
      'council-A blank 24 → 23',
      'council-A-3 votes 65 → 50',
      'council-A-4 votes 20 → 36',
      'council-A in XX-A-2 votes 77 → 78',
      'council-A in XX-A-2 blank 13 → 12',
      'council-A-3 in XX-A-2 votes 25 → 10',
      'council-A-4 in XX-A-2 votes 10 → 26',
    ]);
  });

  it('is ranks and outcomes where another is elected', () => {
    const { contests } = composeSmallEdition({ protocols: replaceProtocol([40, 30, 0, 36, 2]) });
    expect(tell(contests)).toEqual(
      expect.arrayContaining([
        'council-A-4 rank 3 → 2',
        'council-A-4 outcome not_elected → elected',
        'council-A-3 rank 2 → 3',
        'council-A-3 outcome elected → not_elected',
      ]),
    );
  });

  it('is the status and what happens to the votes after a decision', () => {
    const candidacies = smallCandidacies.map((candidacy) =>
      candidacy.id === 'president-3'
        ? { ...candidacy, status: 'removed' as const, decision: decided('removed', 'annulled') }
        : candidacy,
    );
    expect(tell(composeSmallEdition({ candidacies }).contests)).toEqual([
      'president votes 194 → 163',
      'president annulled 0 → 31',
      'president-3 rank 3 → null',
      'president-3 outcome not_elected → not_eligible',
      'president-3 status registered → removed',
      'president-3 treatment null → annulled',
      'president in XX-A-1 votes 95 → 80',
      'president in XX-A-1 annulled 0 → 15',
      'president in XX-A-2 votes 58 → 50',
      'president in XX-A-2 annulled 0 → 8',
      'president in XX-B-1+XX-B-2 votes 41 → 33',
      'president in XX-B-1+XX-B-2 annulled 0 → 8',
    ]);
  });

  it('is that a contest was taken back, with what was told of it', () => {
    const reason = { kk: 'қате', ru: 'ошибка', en: 'an error' };
    const { contests } = composeSmallEdition({ retractions: new Map([['council-A-1', reason]]) });
    expect(tell(contests)).toEqual([
      'council-A-1 state counted → withheld',
      'council-A-1 votes 98 → null',
      'council-A-1 ballots 100 → null',
      'council-A-1 invalid 0 → null',
      'council-A-1 blank 2 → null',
      'council-A-1 annulled 0 → null',
      'council-A-1 voted 100 → null',
      'council-A-1-1 votes 45 → null',
      'council-A-1-1 rank 1 → null',
      'council-A-1-1 outcome tied → null',
      'council-A-1-2 votes 45 → null',
      'council-A-1-2 rank 1 → null',
      'council-A-1-2 outcome tied → null',
      'council-A-1-3 votes 8 → null',
      'council-A-1-3 rank 3 → null',
      'council-A-1-3 outcome not_elected → null',
    ]);
  });

  it('compares districts together where one edition merges them and the other does not', () => {
    const voted = { eligible: 1_000, specialList: 0 };
    const { contests } = composeSmallEdition({
      turnout: new Map([
        ['XX-A-1', { ...voted, voted: 100 }],
        ['XX-A-2', { ...voted, voted: 60 }],
        ['XX-B-1', { ...voted, voted: 40 }],
        ['XX-B-2', { ...voted, voted: 14 }],
      ]),
      protocols: smallProtocols.map((protocol) =>
        protocol.districtCode === 'XX-B-2'
          ? { ...protocol, ballots: 14, blank: protocol.blank + 10 * (protocol.contestId === 'council-B' ? 2 : 1) }
          : protocol,
      ),
    });
    expect(contests.find(({ id }) => id === 'president')?.areas).toHaveLength(4);
    expect(tell(contests).filter((text) => text.startsWith('president '))).toEqual([
      'president ballots 204 → 214',
      'president blank 5 → 15',
      'president voted 204 → 214',
      'president in XX-B-1+XX-B-2 ballots 44 → 54',
      'president in XX-B-1+XX-B-2 blank 2 → 12',
      'president in XX-B-1+XX-B-2 voted 44 → 54',
    ]);
  });

  it('is the same backwards with before and after swapped', () => {
    fc.assert(
      fc.property(arbitraryContest, fc.array(fc.nat(100), { minLength: 7, maxLength: 7 }), (input, order) => {
        const one = countContest(input);
        const decisions = shuffle(input.candidacies, order);
        const other = countContest({
          ...input,
          candidacies: input.candidacies.map((candidacy, index) => ({
            ...candidacy,
            status: decisions[index]?.status ?? candidacy.status,
            decision: decisions[index]?.decision ?? null,
          })),
        });
        const forth = listChanges([one], [other]).map((change) => JSON.stringify(change));
        const back = listChanges([other], [one]).map(({ before: was, after: is, ...change }) =>
          JSON.stringify({ ...change, before: is, after: was }),
        );
        expect(back.sort()).toEqual(forth.sort());
      }),
      run,
    );
  });
});
