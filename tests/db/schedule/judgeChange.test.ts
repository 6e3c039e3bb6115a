import { beforeAll, describe, expect, test } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { getSchedule } from '#db/queries/getSchedule.ts';
import type { ScheduleFault } from '#domain/schedule/faults.ts';
import { judgeChange } from '#domain/schedule/judgeChange.ts';
import type { ChangeTimes } from '#domain/schedule/proposal.ts';
import { openTestDatabase } from '../../support/database.ts';
import { at, loadSchedule } from '../../support/schedule.ts';

const database = openTestDatabase();
let db: DatabaseClient['db'];
beforeAll(async () => {
  db = database.client.db;
  await loadSchedule(db);
});

const voting = (closesAt: string, opensAt = '01T00:00', channel: 'online' | 'paper' = 'online'): ChangeTimes => ({
  kind: 'window',
  channel,
  opensAt: at(opensAt),
  closesAt: at(closesAt),
});
const publication = (publishAt: string): ChangeTimes => ({ kind: 'publication', publishAt: at(publishAt) });
const seenAt = '2020-09-01T00:00:00+06:00';

/** Now is 2 October, noon. */
const cases: [string, ChangeTimes, string | null, ScheduleFault | null][] = [
  ['a day more', voting('04T14:00'), seenAt, null],
  ['an hour less', voting('03T13:00'), seenAt, null],
  ['until a minute from now', voting('02T12:01'), seenAt, null],
  ['until now', voting('02T12:00'), seenAt, 'past'],
  ['until yesterday', voting('01T12:00'), seenAt, 'past'],
  ['as it is', voting('03T14:00'), seenAt, 'same'],
  ['another opening after it has opened', voting('04T14:00', '01T01:00'), seenAt, 'opened'],
  ['an opening yet to come', voting('04T14:00', '03T01:00'), seenAt, 'opened'],
  ['closed before it opens', voting('01T00:00', '01T01:00'), seenAt, 'empty'],
  ['on the minute of the publication', voting('05T12:00'), seenAt, 'after_publication'],
  ['to a minute before it', voting('05T11:59'), seenAt, null],
  ['of a channel without times', voting('04T14:00', '01T00:00', 'paper'), null, 'no_window'],
  ['another was announced since', voting('04T14:00'), '2020-09-02T00:00:00+06:00', 'overtaken'],
  ['a later publication', publication('06T12:00'), seenAt, null],
  ['an earlier publication', publication('03T14:01'), seenAt, null],
  ['at the close', publication('03T14:00'), seenAt, 'before_close'],
  ['before now', publication('02T11:00'), seenAt, 'before_close'],
  ['the publication as it is', publication('05T12:00'), seenAt, 'same'],
  ['the publication was moved since', publication('06T12:00'), null, 'overtaken'],
  ['in the wrong year', { kind: 'publication', publishAt: '2030-10-06T06:00:00.000Z' }, seenAt, 'too_far'],
];

describe('the rules of a change', () => {
  test.each(cases)('%s: the pages and the database say the same', async (_, change, seen, fault) => {
    const schedule = await getSchedule(db);
    const now = { schedule, nowMs: Date.parse(at('02T12:00')), isReleased: false, isCountSealed: false };
    expect(judgeChange(change, now, seen)).toBe(fault);
    const [row] = await db.execute<{ fault: string | null }>(sql`
      select fault from ops.propose_schedule(
        ${JSON.stringify({ ...change, seenAt: seen, reason: words, decidedBy: words })}::jsonb,
        ${JSON.stringify({ id: 'p', name: 'P', key: 'p', role: 'leadership', address: null })}::jsonb)`);
    expect(row?.fault).toBe(fault);
  });
});

const words = { kk: 'e', ru: 'e', en: 'e' };
