import { describe, expect, it } from 'vitest';
import { InvalidInput } from '#domain/errors.ts';
import type { CandidacyDecision } from '#domain/results/candidacy.ts';
import { rankCandidacies } from '#domain/results/rankCandidacies.ts';
import { candidacyOf, decided } from '#tests/support/smallResults.ts';

type Entry = readonly [votes: number, decision?: CandidacyDecision];

/** Candidacies c-1, c-2, … with these votes. */
function rank(seats: number, entries: readonly Entry[], order: readonly string[] | null = null) {
  return rankCandidacies({
    contestId: 'c',
    seats,
    candidacies: entries.map(([, decision], index) => candidacyOf('c', index + 1, decision ?? null)),
    votes: new Map(entries.map(([votes], index) => [`c-${index + 1}`, votes])),
    lot: order && { contestId: 'c', order, drawnBy: 'Chair of the commission', drawnAt: '2020-10-05T10:00:00+06:00' },
  });
}

const tell = ({ candidacies }: ReturnType<typeof rank>) =>
  candidacies.map(({ id, rank: place, outcome }) => `${id} ${place ?? '-'} ${outcome}`);

const removed = decided('removed', 'annulled');
const counted = decided('removed', 'counted');
const pending = decided('removed', 'pending');
const reinstated = decided('registered', 'counted');

describe('ranks and seats', () => {
  it.each<[string, number, Entry[], string[]]>([
    ['most votes first', 1, [[10], [30], [20]], ['c-2 1 elected', 'c-3 2 not_elected', 'c-1 3 not_elected']],
    [
      'equal votes share a rank and the next is left out',
      3,
      [[9], [7], [7], [5]],
      ['c-1 1 elected', 'c-2 2 elected', 'c-3 2 elected', 'c-4 4 not_elected'],
    ],
    [
      'tie-on-the-last-seat',
      2,
      [[9], [7], [7], [5]],
      ['c-1 1 elected', 'c-2 2 tied', 'c-3 2 tied', 'c-4 4 not_elected'],
    ],
    [
      'tie-of-three-for-two-seats',
      3,
      [[9], [7], [7], [7]],
      ['c-1 1 elected', 'c-2 2 tied', 'c-3 2 tied', 'c-4 2 tied'],
    ],
    ['tie-below-the-last-seat', 1, [[9], [7], [7]], ['c-1 1 elected', 'c-2 2 not_elected', 'c-3 2 not_elected']],
    ['nobody-voted', 1, [[0], [0]], ['c-1 1 tied', 'c-2 1 tied']],
    [
      'the-next-moves-up-for-a-removed-one',
      2,
      [[9], [8, removed], [7], [6]],
      ['c-1 1 elected', 'c-3 2 elected', 'c-4 3 not_elected', 'c-2 - not_eligible'],
    ],
    [
      'a-deceased-and-a-withdrawn-one-with-counted-votes-have-no-seat',
      1,
      [[9, decided('deceased', 'counted')], [8, decided('withdrawn', 'counted')], [7], [6]],
      ['c-3 1 elected', 'c-4 2 not_elected', 'c-1 - not_eligible', 'c-2 - not_eligible'],
    ],
    [
      'a-removed-one-makes-no-tie',
      1,
      [[9], [9, counted], [3]],
      ['c-1 1 elected', 'c-3 2 not_elected', 'c-2 - not_eligible'],
    ],
    ['a-reinstated-one-is-like-the-others', 1, [[8], [9, reinstated]], ['c-2 1 elected', 'c-1 2 not_elected']],
    [
      'a-pending-one-keeps-its-seat-open',
      2,
      [[9], [8, pending], [7]],
      ['c-1 1 elected', 'c-2 2 pending', 'c-3 3 not_elected'],
    ],
    [
      'a-pending-one-outside-the-seats-keeps-none',
      1,
      [[9], [8, pending], [7]],
      ['c-1 1 elected', 'c-2 2 not_elected', 'c-3 3 not_elected'],
    ],
    [
      'two-pending',
      3,
      [[9, pending], [8], [7, pending], [6], [5]],
      ['c-1 1 pending', 'c-2 2 elected', 'c-3 3 pending', 'c-4 4 not_elected', 'c-5 5 not_elected'],
    ],
    [
      'more-pending-than-seats',
      1,
      [[9, pending], [8, pending], [7], [6]],
      ['c-1 1 pending', 'c-2 2 not_elected', 'c-3 3 not_elected', 'c-4 4 not_elected'],
    ],
    [
      'pending-inside-a-tie',
      2,
      [[9], [7, pending], [7], [5]],
      ['c-1 1 elected', 'c-2 2 tied', 'c-3 2 tied', 'c-4 4 not_elected'],
    ],
    [
      'pending-above-a-tie',
      2,
      [[9, pending], [7], [7], [5]],
      ['c-1 1 pending', 'c-2 2 tied', 'c-3 2 tied', 'c-4 4 not_elected'],
    ],
    [
      'uncontested',
      2,
      [[0], [3], [5, removed]],
      ['c-2 1 elected_unopposed', 'c-1 2 elected_unopposed', 'c-3 - not_eligible'],
    ],
    ['uncontested-with-a-pending-one', 2, [[3], [5, pending]], ['c-2 1 pending', 'c-1 2 elected_unopposed']],
    [
      'contested-while-a-pending-one-may-come-back',
      2,
      [[3], [2], [5, pending]],
      ['c-3 1 pending', 'c-1 2 elected', 'c-2 3 not_elected'],
    ],
    ['everybody-was-removed', 2, [[3, removed]], ['c-1 - not_eligible']],
    [
      'annulled-votes-of-a-registered-one-elect-nobody',
      1,
      [[9, decided('registered', 'annulled')]],
      ['c-1 - not_eligible'],
    ],
  ])('%s', (_, seats, entries, expected) => {
    expect(tell(rank(seats, entries))).toEqual(expected);
  });

  it('tells who is tied, with how many votes and for how many seats', () => {
    expect(rank(3, [[9], [7], [7, pending], [7]]).tie).toEqual({
      votes: 7,
      seats: 2,
      candidacyIds: ['c-2', 'c-3', 'c-4'],
      lot: null,
    });
  });

  it('shows a candidacy the votes it had, also where they are annulled', () => {
    const votes = rank(1, [[9], [8, removed]]).candidacies.map((candidacy) => candidacy.votes);
    expect(votes).toEqual([9, 8]);
  });

  it('has no votes and no ranks where nobody had to vote', () => {
    const unopposed = rankCandidacies({
      contestId: 'c',
      seats: 2,
      candidacies: [candidacyOf('c', 1)],
      votes: null,
      lot: null,
    });
    expect(unopposed).toMatchObject({
      uncontested: true,
      candidacies: [{ votes: null, rank: null, outcome: 'elected_unopposed' }],
    });
  });
});

describe('a lot', () => {
  const entries: Entry[] = [[9], [7], [7], [7], [5]];

  it('gives the seats that are left in its order', () => {
    const drawn = rank(3, entries, ['c-4', 'c-2', 'c-3']);
    expect(tell(drawn)).toEqual([
      'c-1 1 elected',
      'c-4 2 elected_by_lot',
      'c-2 2 elected_by_lot',
      'c-3 2 not_elected',
      'c-5 5 not_elected',
    ]);
    expect(drawn.tie?.lot).toEqual({
      order: ['c-4', 'c-2', 'c-3'],
      drawnBy: 'Chair of the commission',
      drawnAt: '2020-10-05T10:00:00+06:00',
    });
  });

  it('keeps the seat open that a pending candidacy draws', () => {
    const pendingDraws: Entry[] = [[7], [7, pending]];
    expect(tell(rank(1, pendingDraws, ['c-2', 'c-1']))).toEqual(['c-2 1 pending', 'c-1 1 not_elected']);
    expect(tell(rank(1, pendingDraws, ['c-1', 'c-2']))).toEqual(['c-1 1 elected_by_lot', 'c-2 1 not_elected']);
  });

  it.each<[string, number, readonly string[]]>([
    ['leaves one of the tied out', 3, ['c-2', 'c-3']],
    ['orders one who is not tied', 3, ['c-2', 'c-3', 'c-4', 'c-5']],
    ['orders another instead', 3, ['c-2', 'c-3', 'c-5']],
    ['orders one twice', 3, ['c-2', 'c-3', 'c-3', 'c-4']],
    ['was drawn where there is no tie', 4, ['c-2', 'c-3', 'c-4']],
    ['was drawn where nobody is opposed', 5, ['c-2', 'c-3', 'c-4']],
  ])('is refused when it %s', (_, seats, order) => {
    expect(() => rank(seats, entries, order)).toThrow(InvalidInput);
  });

  it('is refused in words that say what to do', () => {
    expect(() => rank(1, [[9], [9], [1]], ['c-1', 'c-3'])).toThrow(
      'Contest c: the lot drawn by Chair of the commission orders c-1, c-3, but the tie is between c-1, c-2; remove it or record the draw anew',
    );
  });
});
