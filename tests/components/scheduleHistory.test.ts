import { expect, it } from 'vitest';
import { listHistory } from '#components/schedule/listHistory.ts';
import { fromLocalTime, toLocalTime } from '#components/schedule/localTime.ts';
import type { ScheduleProposal } from '#domain/schedule/proposal.ts';

const decidedBy = { kk: 'c', ru: 'c', en: 'c' };
const publication = (day: number, announcedAt: string) => ({
  publishAt: `2020-10-0${day}T12:00:00Z`,
  announcedAt,
  reason: null,
  decidedBy,
});
const proposal = (id: number, end: ScheduleProposal['end']): ScheduleProposal => ({
  id,
  change: { kind: 'publication', publishAt: '2020-10-06T12:00:00Z' },
  reason: decidedBy,
  decidedBy,
  from: null,
  proposedBy: 'Aisha',
  isOwn: false,
  proposedAt: '2020-10-02T09:00:00Z',
  end,
});

it('names the people of each announcement, and keeps what came to nothing, the newest first', () => {
  const confirmed = proposal(1, {
    outcome: 'confirmed',
    by: 'B',
    at: '2020-10-02T10:00:00Z',
    note: null,
    announcedAt: '2020-10-02T10:00:00Z',
  });
  const declined = proposal(2, {
    outcome: 'declined',
    by: 'B',
    at: '2020-10-02T11:00:00Z',
    note: 'no',
    announcedAt: null,
  });
  const entries = listHistory({
    schedule: {
      windows: [],
      publications: [
        publication(5, '2020-09-01T00:00:00Z'),
        publication(6, '2020-10-02T10:00:00Z'),
        publication(7, '2020-10-03T10:00:00Z'),
      ],
    },
    proposals: [proposal(3, null), declined, confirmed],
  });
  expect(entries.map(({ outcome, proposal: of }) => [outcome, of?.id ?? null])).toEqual([
    ['announced', null],
    ['declined', 2],
    ['announced', 1],
    ['planned', null],
  ]);
});

it('reads a field on the election’s clock, whatever the browser’s, and no nonsense', () => {
  const ms = Date.parse('2020-10-04T14:00:00+06:00');
  expect(toLocalTime(ms, 'Asia/Almaty')).toBe('2020-10-04T14:00');
  expect(fromLocalTime('2020-10-04T14:00', 'Asia/Almaty')).toBe(ms);
  for (const text of ['', 'now', '2020-02-31T14:00', '2020-10-04T25:00'])
    expect(fromLocalTime(text, 'Asia/Almaty')).toBeNull();
});
