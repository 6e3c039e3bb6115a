import { describe, expect, it } from 'vitest';
import { listMissingApprovers, listReleaseSteps } from '#components/release/releaseSteps.ts';
import { draftStateOf } from '#domain/results/draftState.ts';
import type { ReleaseDesk, ShownDraft } from '#domain/results/releaseDesk.ts';

const closesAt = '2020-10-04T08:00:00Z';
const publishAt = '2020-10-05T06:00:00Z';
const afterMs = Date.parse('2020-10-04T12:00:00Z');

function deskWith(
  verdicts: readonly [string, 'approved' | 'objected'][] | null,
  some: Partial<ShownDraft> = {},
): ReleaseDesk {
  const shown = (verdicts ?? []).map(([person, verdict]) => ({ person, verdict, at: publishAt, isOwn: false }));
  const draft: ShownDraft | null = verdicts && {
    number: 1,
    source: 'tally',
    state: draftStateOf({ isReleased: false, isOutdated: false, verdicts: shown }),
    sealedBy: 'Counting hall',
    sealedAt: closesAt,
    manifestHash: null,
    verdicts: shown,
    ...some,
  };
  return {
    draft,
    approvers: ['Aisha', 'Bolat', 'Dana'],
    counting: [],
    closesAt,
    publishAt,
    editions: [],
    clock: { mode: 'live' },
  };
}
const statesOf = (desk: ReleaseDesk, nowMs = afterMs) => listReleaseSteps(desk, nowMs).map(({ state }) => state);

describe('the steps to the release', () => {
  it.each<[string, ReleaseDesk, string]>([
    ['nothing is counted', deskWith(null), 'done now ahead ahead ahead'],
    ['it is sealed', deskWith([]), 'done done now ahead ahead'],
    ['one approved', deskWith([['Aisha', 'approved']]), 'done done done now ahead'],
    [
      'two approved',
      deskWith([
        ['Aisha', 'approved'],
        ['Bolat', 'approved'],
      ]),
      'done done done done now',
    ],
    ['it was objected to at once', deskWith([['Aisha', 'objected']]), 'done done stopped ahead ahead'],
    [
      'one of two objected after all',
      deskWith([
        ['Aisha', 'approved'],
        ['Bolat', 'approved'],
        ['Bolat', 'objected'],
      ]),
      'done done done done stopped',
    ],
    ['it is out of date', deskWith([['Aisha', 'approved']], { state: 'out of date' }), 'done done done stopped ahead'],
    [
      'it is released',
      deskWith(
        [
          ['Aisha', 'approved'],
          ['Bolat', 'approved'],
        ],
        { state: 'released' },
      ),
      'done done done done done',
    ],
  ])('where %s', (_, desk, states) => {
    expect(statesOf(desk).join(' ')).toBe(states);
  });

  it('begin with the end of voting, while that has not come', () => {
    expect(statesOf(deskWith(null), Date.parse(closesAt) - 1)).toEqual(['now', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(statesOf({ ...deskWith(null), closesAt: null })[0]).toBe('now');
  });

  it('name those who can still approve', () => {
    expect(listMissingApprovers(deskWith(null))).toEqual(['Aisha', 'Bolat', 'Dana']);
    expect(
      listMissingApprovers(
        deskWith([
          ['Aisha', 'approved'],
          ['Bolat', 'objected'],
        ]),
      ),
    ).toEqual(['Dana']);
  });
});
