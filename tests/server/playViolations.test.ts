import { resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sql } from '#db/client.ts';
import { announceCandidacyChange } from '#db/commands/announceCandidacyChange.ts';
import { loadElection } from '#db/commands/loadElection.ts';
import { decideViolation } from '#db/violations/decideViolation.ts';
import { getCase } from '#db/violations/getCase.ts';
import { getPublicCases } from '#db/violations/getPublicCases.ts';
import { findScript } from '#db/violations/scripts.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { readPackage } from '#server/packages/readPackage.ts';
import { playViolations } from '#server/rehearsal/playViolations.ts';
import { openTestDatabase } from '../support/database.ts';
import { clerk, decision, versionOf } from '../support/violations.ts';

const database = openTestDatabase();
let source: ElectionPackage;
const at = (text: string) => Date.parse(`2020-${text}:00+06:00`);
const clock = {
  mode: 'rehearsal' as const,
  originReal: '2020-01-01T00:00:00Z',
  originElection: '2020-09-11T00:00:00Z',
  speed: 0,
};

async function announce(untilMs: number): Promise<void> {
  for (const { candidacyId, ...change } of source.candidacyChanges)
    if (Date.parse(change.announcedAt) < untilMs)
      await announceCandidacyChange(database.client.db, candidacyId, change);
}

async function countChanges(): Promise<{ changes: number; removed: number; linked: number }> {
  const [row] = await database.client.db.execute<{ changes: number; removed: number; linked: number }>(sql`
    select (select count(*) from board.candidacy_change)::int as changes,
      (select count(*) from board.candidacy_change where status = 'removed')::int as removed,
      (select count(*) from ops.violation_decision where candidacy_change_id is not null)::int as linked`);
  if (!row) throw new Error('no counts');
  return row;
}

beforeAll(async () => {
  source = await readPackage(resolve(import.meta.dirname, '../../elections/kz-primaries-2020'));
});

describe('the cases of the primaries', () => {
  beforeAll(() => loadElection(database.client.db, source, { isTest: true, clock }));

  test('on the second day, 2 October at 17:00, most are decided and some with the commissions', async () => {
    await announce(at('10-02T17:00'));
    await playViolations(database.client, source.violations, at('10-02T17:00'));
    const { country } = await getPublicCases(database.client.db);
    expect(country).toMatchObject({
      total: 51,
      byState: { received: 1, registered: 2, in_review: 4, decided: 42, duplicate: 2 },
    });
    expect(await playViolations(database.client, source.violations, at('10-02T17:00'))).toBe(0);
  });

  test('whether a removal is announced before the case is decided or after, it is made once', async () => {
    // These two the other way round: the case first.
    await playViolations(database.client, source.violations, at('10-08T00:00'));
    await announce(at('10-08T00:00'));
    expect(await countChanges()).toEqual({ changes: source.candidacyChanges.length, removed: 34, linked: 34 });
  });

  test('in the end 31 complaints and 28 missed debates are worked off, but for three', async () => {
    const { country, byRegion } = await getPublicCases(database.client.db);
    expect(country.total - country.byCategory.missed_debate).toBe(31);
    expect(country.byCategory.missed_debate).toBe(28);
    expect(country.byMeasure.removal).toBe(34);
    expect(country.byState).toEqual({ received: 1, registered: 1, in_review: 1, decided: 52, duplicate: 4 });
    expect(Object.values(byRegion).reduce((sum, { total }) => sum + total, 0)).toBe(country.total);
  });

  test('a case that two commissions had before the central one shows the whole way', async () => {
    const simCards = source.violations.find(({ filed }) => filed.candidacyId === 'KZ-AKT-0498');
    const shown = await getCase(database.client.db, await findScript(database.client.db, simCards?.reference ?? ''));
    expect(shown.events.map(({ kind }) => kind).reverse()).toEqual([
      'filed',
      'registered',
      'assigned',
      'review',
      'transferred',
      'review',
      'transferred',
      'review',
      'decided',
    ]);
    expect(shown.decisions[0]).toMatchObject({ number: 'ЦКК-31', decidedBy: { en: 'Central control commission' } });
  });
});

describe('played again and interrupted', () => {
  beforeEach(() => loadElection(database.client.db, source, { isTest: true, clock }));

  test('two players at once, and one that is stopped between steps, take each step once', async () => {
    const some = source.violations.slice(0, 12);
    const [one, two] = await Promise.allSettled([
      playViolations(database.client, some, at('09-21T12:00')),
      playViolations(database.client, some, at('09-21T12:00')),
    ]);
    expect([one.status, two.status]).toContain('fulfilled');
    await playViolations(database.client, some, at('10-08T00:00'));
    const [events] = await database.client.db.execute<{ events: number; cases: number }>(sql`
      select (select count(*) from ops.violation_event)::int as events, (select count(*) from ops.violation)::int as cases`);
    const steps = some.reduce((sum, script) => sum + script.steps.length + 1, 0);
    expect(events).toEqual({ events: steps, cases: 12 });
  });

  test('what a commission did to a case meanwhile stands', async () => {
    const script = source.violations.find(({ steps }) => steps.at(-1)?.kind === 'decided' && steps.length === 4);
    if (!script) throw new Error('no such case');
    const review = Date.parse(script.steps[2]?.at ?? '');
    await playViolations(database.client, source.violations, review + 1);
    const number = await findScript(database.client.db, script.reference);
    const verdict = { verdict: 'rejected' as const, measure: null };
    await decideViolation(
      database.client.db,
      clerk,
      number,
      decision(await versionOf(database.client.db, number), verdict),
    );
    await playViolations(database.client, source.violations, at('10-08T00:00'));
    expect(await getCase(database.client.db, number)).toMatchObject({ verdict: 'rejected', changedBy: 'Clerk' });
  });
});
