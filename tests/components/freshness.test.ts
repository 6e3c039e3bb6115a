import { describe, expect, test } from 'vitest';
import { createServerClock } from '#components/live/serverClock.ts';
import { judgeFreshness } from '#components/turnout/freshness.ts';

const checkedAt = '2026-10-01T10:00:00.000Z';
const at = (seconds: number) => Date.parse(checkedAt) + seconds * 1_000;

describe('freshness', () => {
  test.each([
    ['fresh while the feed was just read', 1, null, 'live', 0, 'fresh'],
    ['stale past ten seconds, though nobody said so', 11, null, 'live', 0, 'stale'],
    ['stale when the server says so, however new', 1, checkedAt, 'live', 0, 'stale'],
    ['fresh between two polls', 14, null, 'polling', 5_000, 'fresh'],
    ['stale when polls bring nothing new', 18, null, 'polling', 5_000, 'stale'],
    ['offline when nothing answers', 1, null, 'offline', 5_000, 'offline'],
  ] as const)('%s', (_title, seconds, staleSince, connection, pollMs, expected) => {
    expect(judgeFreshness({ checkedAt, staleSince }, at(seconds), { connection, pollMs }).state).toBe(expected);
  });

  test('an age is never below zero', () => {
    expect(judgeFreshness({ checkedAt, staleSince: null }, at(-5), { connection: 'live', pollMs: 0 }).ageMs).toBe(0);
  });
});

describe('the server’s clock', () => {
  test('is unknown at first', () => {
    expect(createServerClock().offsetMs()).toBeNull();
  });

  test('is the middle of the second an answer names, half a round trip ago', () => {
    const clock = createServerClock();
    clock.noteDate(new Date(10_000).toUTCString(), 4_000, 4_200);
    expect(clock.offsetMs()).toBe(10_500 - 4_100);
  });

  test('is never earlier than a frame that came proves', () => {
    const clock = createServerClock();
    clock.noteDate(new Date(10_000).toUTCString(), 4_000, 4_200);
    clock.noteChecked(new Date(20_000).toISOString(), 13_000);
    expect(clock.offsetMs()).toBe(7_000);
    clock.noteChecked(new Date(20_000).toISOString(), 90_000);
    expect(clock.offsetMs()).toBe(7_000);
  });

  test('follows a browser whose clock was set right', () => {
    const clock = createServerClock();
    clock.noteChecked(new Date(3_600_000).toISOString(), 0);
    clock.noteDate(new Date(3_600_000).toUTCString(), 3_600_400, 3_600_600);
    expect(clock.offsetMs()).toBe(0);
  });

  test('an answer without a date says nothing', () => {
    const clock = createServerClock();
    clock.noteDate(null, 1, 2);
    expect(clock.offsetMs()).toBeNull();
  });
});
