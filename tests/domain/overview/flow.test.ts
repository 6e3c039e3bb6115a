import { describe, expect, it } from 'vitest';
import { channelsOpen, fillFlow, flowSpan, sumLast } from '#domain/overview/flow.ts';
import type { Schedule, WindowChange } from '#domain/schedule.ts';

const names = { kk: 'commission', ru: 'commission', en: 'commission' };
const at = (text: string) => Date.parse(`2020-10-${text}+06:00`);
const announced = (channel: WindowChange['channel'], opens: string, closes: string): WindowChange => ({
  channel,
  opensAt: `2020-10-${opens}:00+06:00`,
  closesAt: `2020-10-${closes}:00+06:00`,
  announcedAt: '2020-09-01T00:00:00+06:00',
  reason: null,
  decidedBy: names,
});
const schedule: Schedule = {
  windows: [announced('online', '01T00:00', '04T14:00'), announced('paper', '03T08:00', '03T14:00')],
  publications: [],
};

describe('the flow of a minute', () => {
  it('does not begin before the opening, and has no span without a window', () => {
    expect(flowSpan(schedule, at('01T00:00') - 1)).toBeNull();
    expect(flowSpan({ windows: [], publications: [] }, at('02T12:00'))).toBeNull();
  });

  it.each([
    ['after the first seconds', '01T00:00:40', '01T00:00', '01T00:00', '01T00:30', false],
    ['in the first hour', '01T00:42:59', '01T00:00', '01T00:42', '01T00:42', false],
    ['in the night of the overload', '01T03:00', '01T00:00', '01T03:00', '01T03:00', false],
    ['on the second day', '02T17:00:30', '02T14:00', '02T17:00', '02T17:00', false],
    ['after the close', '05T13:00', '04T11:00', '04T14:00', '04T14:00', true],
  ])('covers the last three hours of voting %s', (_, now, from, until, end, isOver) => {
    expect(flowSpan(schedule, at(now))).toEqual({ fromMs: at(from), untilMs: at(until), endMs: at(end), isOver });
  });

  it('has every minute, and yesterday’s only where there was voting', () => {
    const span = { fromMs: at('02T00:00') - 60_000, untilMs: at('02T00:02'), endMs: at('02T00:30'), isOver: false };
    const row = (text: string, authorized: number, voted: number) => ({
      minute: new Date(at(text)).toISOString(),
      authorized,
      voted,
    });
    const { minutes } = fillFlow(span, [row('02T00:01', 5, 4), row('01T00:01', 3, 2)], at('01T00:00'));
    expect(minutes.map(({ authorized, voted, votedYesterday }) => [authorized, voted, votedYesterday])).toEqual([
      [0, 0, null],
      [0, 0, 0],
      [5, 4, 2],
    ]);
    expect(sumLast(minutes, 2)).toEqual({ minutes: 2, voted: 4, authorized: 5, votedYesterday: 2 });
    expect(sumLast(minutes, 10)).toEqual({ minutes: 3, voted: 4, authorized: 5, votedYesterday: null });
  });

  it('knows which channels were open all the time', () => {
    const open = (from: string, until: string) => channelsOpen(schedule, at(from), at(until));
    expect(open('03T08:00', '03T08:15')).toEqual(['online', 'paper']);
    expect(open('03T07:59', '03T08:14')).toEqual(['online']);
    expect(open('03T13:45', '03T14:00')).toEqual(['online']);
    expect(open('04T14:00', '04T14:15')).toEqual([]);
  });
});
