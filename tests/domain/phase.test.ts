import { describe, expect, it } from 'vitest';
import { isReleaseLate, phaseAt } from '#domain/phase.ts';
import type { Release } from '#domain/results/release.ts';
import type { Schedule } from '#domain/schedule.ts';

const decidedBy = { kk: 'x', ru: 'x', en: 'x' };
const announced = { announcedAt: '2020-09-01T00:00:00+06:00', reason: null, decidedBy };
const schedule: Schedule = {
  windows: [
    { ...announced, channel: 'online', opensAt: '2020-10-01T00:00:00+06:00', closesAt: '2020-10-03T14:00:00+06:00' },
    { ...announced, channel: 'online', opensAt: '2020-10-01T00:00:00+06:00', closesAt: '2020-10-04T14:00:00+06:00' },
  ],
  publications: [
    { ...announced, publishAt: '2020-10-05T12:00:00+06:00' },
    { ...announced, publishAt: '2020-10-06T12:00:00+06:00' },
  ],
};
const release: Release = {
  edition: 1,
  firstReleasedAt: '2020-10-06T12:00:00+06:00',
  releasedAt: '2020-10-06T12:00:00+06:00',
  approvedBy: [],
  version: 9,
};

describe('the phase', () => {
  it.each([
    ['2020-09-30T23:59:59+06:00', null, 'before', false],
    ['2020-10-01T00:00:00+06:00', null, 'open', false],
    ['2020-10-04T13:59:59+06:00', null, 'open', false],
    ['2020-10-04T14:00:00+06:00', null, 'closed', false],
    ['2020-10-05T12:00:00+06:00', null, 'closed', false],
    ['2020-10-06T11:59:59+06:00', null, 'closed', false],
    ['2020-10-06T12:00:00+06:00', null, 'closed', true],
    ['2020-10-20T12:00:00+06:00', null, 'closed', true],
    ['2020-10-06T12:00:00+06:00', release, 'published', false],
    // A clock that is behind does not take the results back.
    ['2020-10-06T11:59:58+06:00', release, 'published', false],
  ] as const)('at %s with the release %o is %s, late: %s', (at, released, phase, isLate) => {
    expect(phaseAt(schedule, Date.parse(at), released)).toBe(phase);
    expect(isReleaseLate(schedule, Date.parse(at), released)).toBe(isLate);
  });

  it('without an announced publication is never late', () => {
    const unannounced = { ...schedule, publications: [] };
    const atMs = Date.parse('2021-01-01T00:00:00Z');
    expect([phaseAt(unannounced, atMs, null), isReleaseLate(unannounced, atMs, null)]).toEqual(['closed', false]);
  });
});
