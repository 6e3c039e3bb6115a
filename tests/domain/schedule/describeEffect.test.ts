import { describe, expect, it } from 'vitest';
import { describeEffect } from '#domain/schedule/describeEffect.ts';
import type { ChangeTimes } from '#domain/schedule/proposal.ts';
import type { Schedule } from '#domain/schedule.ts';

const decidedBy = { kk: 'c', ru: 'c', en: 'c' };
const announced = { announcedAt: '2020-09-01T00:00:00Z', reason: null, decidedBy };
const schedule: Schedule = {
  windows: [
    { channel: 'online', opensAt: '2020-10-01T00:00:00Z', closesAt: '2020-10-03T14:00:00Z', ...announced },
    { channel: 'paper', opensAt: '2020-10-03T08:00:00Z', closesAt: '2020-10-03T16:00:00Z', ...announced },
  ],
  publications: [{ publishAt: '2020-10-05T12:00:00Z', ...announced }],
};
const online = (closesAt: string): ChangeTimes => ({
  kind: 'window',
  channel: 'online',
  opensAt: '2020-10-01T00:00:00Z',
  closesAt,
});
const at = (text: string, of = schedule) => ({
  schedule: of,
  nowMs: Date.parse(text),
  isReleased: false,
  isCountSealed: false,
});

describe('what a change of the schedule does', () => {
  it.each([
    ['a day more', '2020-10-04T14:00:00Z', { byMinutes: 1_440, leftMinutes: 2_880, countingMinutes: 22 * 60 }],
    [
      'an hour less: the other channel still closes last',
      '2020-10-03T13:00:00Z',
      { byMinutes: -60, countingMinutes: 44 * 60 },
    ],
    ['to the second', '2020-10-03T14:00:59Z', { byMinutes: 0 }],
  ])('%s', (_, closesAt, effect) => {
    expect(describeEffect(online(closesAt), at('2020-10-02T14:00:00Z'))).toMatchObject({
      fromMs: Date.parse('2020-10-03T14:00:00Z'),
      toMs: Date.parse(closesAt),
      phaseBefore: 'open',
      phaseAfter: 'open',
      ...effect,
    });
  });

  it('moves the opening, too, where that is another', () => {
    const early = at('2020-09-30T00:00:00Z');
    const moved = { ...online('2020-10-03T14:00:00Z'), opensAt: '2020-10-01T02:30:00Z' };
    expect(describeEffect(moved, early)).toMatchObject({
      opening: {
        fromMs: Date.parse('2020-10-01T00:00:00Z'),
        toMs: Date.parse('2020-10-01T02:30:00Z'),
        byMinutes: 150,
        leftMinutes: 26 * 60 + 30,
      },
      byMinutes: 0,
      phaseBefore: 'before',
      phaseAfter: 'before',
    });
    expect(describeEffect(online('2020-10-04T14:00:00Z'), early).opening).toBeNull();
  });

  it('opens voting again, or ends it at once', () => {
    const reopened = describeEffect(online('2020-10-04T14:00:00Z'), at('2020-10-03T18:00:00Z'));
    expect([reopened.phaseBefore, reopened.phaseAfter]).toEqual(['closed', 'open']);
    const ended = describeEffect(
      online('2020-10-02T14:00:00Z'),
      at('2020-10-02T14:00:00Z', { ...schedule, windows: schedule.windows.slice(0, 1) }),
    );
    expect([ended.phaseBefore, ended.phaseAfter]).toEqual(['open', 'closed']);
  });

  it('knows what is not announced yet', () => {
    const change: ChangeTimes = { kind: 'publication', publishAt: '2020-10-06T12:00:00Z' };
    const effect = describeEffect(change, at('2020-10-02T14:00:00Z', { windows: [], publications: [] }));
    expect(effect).toMatchObject({ fromMs: null, byMinutes: null, countingMinutes: null, phaseAfter: 'before' });
  });
});
