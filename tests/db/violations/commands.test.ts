import { beforeAll, describe, expect, test } from 'vitest';
import { verifyAudit } from '#db/audit/verifyAudit.ts';
import { type DatabaseClient, sql } from '#db/client.ts';
import { listCandidacies } from '#db/queries/listCandidacies.ts';
import { assignCommission, transferCase } from '#db/violations/assignCommission.ts';
import { decideAppeal } from '#db/violations/decideAppeal.ts';
import { decideViolation } from '#db/violations/decideViolation.ts';
import { fileAppeal } from '#db/violations/fileAppeal.ts';
import { fileViolation } from '#db/violations/fileViolation.ts';
import { getCase } from '#db/violations/getCase.ts';
import { getPublicCases } from '#db/violations/getPublicCases.ts';
import { markDuplicate } from '#db/violations/markDuplicate.ts';
import { registerViolation } from '#db/violations/registerViolation.ts';
import { startReview } from '#db/violations/startReview.ts';
import { Conflict, InvalidInput } from '#domain/errors.ts';
import { openTestDatabase } from '../../support/database.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import {
  another,
  centralCommission,
  clerk,
  decision,
  districtCommission,
  filing,
  putCase,
  putInReview,
  removal,
} from '../../support/violations.ts';

const database = openTestDatabase();
let db: DatabaseClient['db'];
beforeAll(async () => {
  await loadSmallElection(database.client.db);
  db = database.connectAs('saylau_web').db;
});

const texts = { rule: { kk: 'e', ru: 'e', en: 'e' }, text: { kk: 'e', ru: 'e', en: 'e' } };
const overturned = (rowVersion: number, number: string) => ({
  rowVersion,
  number,
  outcome: 'overturned' as const,
  commission: centralCommission,
  ...texts,
});

async function statusOf(id: string) {
  const candidacy = (await listCandidacies(db)).find((each) => each.id === id);
  return { status: candidacy?.status, votes: candidacy?.decision?.votes ?? null, number: candidacy?.decision?.number };
}

async function marks(): Promise<{ version: number; ops: number; audit: number; events: number }> {
  const [row] = await database.client.db.execute<{ version: number; ops: number; audit: number; events: number }>(sql`
    select version::int, ops_version::int as ops, (select count(*) from ops.audit)::int as audit,
      (select count(*) from ops.violation_event)::int as events from board.version`);
  if (!row) throw new Error('no version');
  return row;
}

describe('the way of a case', () => {
  test('from the report to the decision, each step in the history, the audit log and the public counts', async () => {
    const start = await marks();
    const number = await putInReview(db);
    await decideViolation(db, clerk, number, decision(4));
    const shown = await getCase(db, number);
    expect(shown).toMatchObject({ state: 'decided', verdict: 'confirmed', measure: 'warning', rowVersion: 5 });
    expect(shown.events.map(({ kind, fromState, toState }) => [kind, fromState, toState])).toEqual([
      ['decided', 'in_review', 'decided'],
      ['review', 'registered', 'in_review'],
      ['assigned', 'registered', 'registered'],
      ['registered', 'received', 'registered'],
      ['filed', null, 'received'],
    ]);
    expect(shown.decisions[0]).toMatchObject({ number: '17-K', decidedBy: { en: 'Control commission, XX-A' } });
    const end = await marks();
    expect(end.audit - start.audit).toBe(5);
    // An assignment moves no public count.
    expect(end.ops).toBe(start.version + 4);
    expect((await getPublicCases(db)).byRegion['XX-A']?.byMeasure.warning).toBe(1);
  });

  test('the same form sent twice is one case', async () => {
    const requestId = '7d1c2f80-0000-4000-8000-000000000001';
    const first = await putCase(db, { requestId });
    expect(await putCase(db, { requestId })).toBe(first);
    await expect(putCase(db, { requestId, summary: 'Something else.' })).rejects.toThrow(Conflict);
  });

  test('a report from the future, of a foreign contest or of no unit is refused and nothing is stored', async () => {
    const start = await marks();
    const place = { regionCode: 'XX-A', districtCode: 'XX-A-1' };
    const refused = [
      () => fileViolation(db, clerk, { ...filing({ receivedAt: '2020-10-02T12:00:01+06:00' }), place }),
      () => fileViolation(db, clerk, { ...filing({ candidacyId: 'council-B-2' }), place }),
      () => fileViolation(db, clerk, { ...filing({ contestId: 'council-A', candidacyId: 'council-A-1-1' }), place }),
      () => fileViolation(db, clerk, { ...filing({ candidacyId: 'nobody' }), place }),
      () => putCase(db, { unitCode: 'XX-Z' }),
    ];
    for (const attempt of refused) await expect(attempt()).rejects.toThrow(InvalidInput);
    expect(await marks()).toEqual(start);
  });

  test('the contest of a case is that of its candidacy', async () => {
    expect(await getCase(db, await putCase(db, { candidacyId: 'council-A-2' }))).toMatchObject({
      contestId: 'council-A',
    });
  });
});

describe('who comes second', () => {
  test('of two who decide at once one is told who was first, and one decision is stored', async () => {
    const number = await putInReview(db);
    const outcomes = await Promise.allSettled([
      decideViolation(db, clerk, number, decision(4)),
      decideViolation(db, another, number, decision(4, { verdict: 'rejected', measure: null })),
    ]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toBeInstanceOf(Conflict);
    expect(String(refused[0]?.reason)).toMatch(/was changed by (Clerk|Another clerk) at 2020-10-02T06:00/);
    expect((await getCase(db, number)).decisions).toHaveLength(1);
  });

  test('a decision on a closed case says how it was closed and by whom', async () => {
    const number = await putInReview(db);
    await decideViolation(db, another, number, decision(4));
    await expect(decideViolation(db, clerk, number, decision(5))).rejects.toThrow(
      /is decided \(confirmed\), by Another clerk/,
    );
    await expect(registerViolation(db, clerk, number, { rowVersion: 5 })).rejects.toThrow(Conflict);
    await expect(startReview(db, clerk, number, { rowVersion: 5 })).rejects.toThrow(Conflict);
  });
});

describe('a decision whose parts do not fit', () => {
  test.each([
    ['a measure on a rejected case', { verdict: 'rejected' as const }],
    ['a confirmed case without a measure', { measure: null }],
    ['a removal without a candidacy', { measure: 'removal' as const, votes: 'counted' as const }],
    ['votes beside a warning', { votes: 'annulled' as const }],
  ])('%s is refused, and the case stays as it was', async (_, parts) => {
    const number = await putInReview(db);
    const start = await marks();
    await expect(decideViolation(db, clerk, number, decision(4, parts))).rejects.toThrow(InvalidInput);
    expect(await marks()).toEqual(start);
    expect(await getCase(db, number)).toMatchObject({ state: 'in_review', rowVersion: 4, decisions: [] });
  });

  test('an annulment needs a candidacy that is off already, and annuls its votes', async () => {
    const registered = await putInReview(db, { candidacyId: 'council-A-2-1', unitCode: 'XX-A-2' });
    const annulment = { measure: 'annulment' as const, votes: 'annulled' as const };
    await expect(decideViolation(db, clerk, registered, decision(4, annulment))).rejects.toThrow(
      /only a removal annuls/,
    );
    await decideViolation(db, clerk, registered, removal(4, { votes: 'pending', number: '30-K' }));
    const second = await putInReview(db, { candidacyId: 'council-A-2-1', unitCode: 'XX-A-2' });
    await decideViolation(db, clerk, second, decision(4, { ...annulment, number: '31-K' }));
    expect(await statusOf('council-A-2-1')).toEqual({ status: 'removed', votes: 'annulled', number: '31-K' });
  });
});

describe('a removal', () => {
  test('names the candidacy where the case named nobody, and nobody of elsewhere or else', async () => {
    const number = await putInReview(db);
    await expect(decideViolation(db, clerk, number, removal(4))).rejects.toThrow(/the case names none/);
    for (const candidacyId of ['council-B-1-1', 'nobody'])
      await expect(decideViolation(db, clerk, number, removal(4, { candidacyId }))).rejects.toThrow(InvalidInput);
    await decideViolation(db, clerk, number, removal(4, { candidacyId: 'council-A-1-2', number: '40-K' }));
    expect(await getCase(db, number)).toMatchObject({
      state: 'decided',
      candidacyId: 'council-A-1-2',
      contestId: 'council-A-1',
    });
    expect(await statusOf('council-A-1-2')).toEqual({ status: 'removed', votes: 'annulled', number: '40-K' });
    const named = await putInReview(db, { candidacyId: 'council-A-2', unitCode: 'XX-A' });
    await expect(decideViolation(db, clerk, named, removal(4, { candidacyId: 'council-A-1-1' }))).rejects.toThrow(
      /names council-A-2 already/,
    );
  });

  test('takes the candidacy off, once; what an appeal overturns brings it back', async () => {
    const number = await putInReview(db, { candidacyId: 'council-A-1' });
    await decideViolation(db, clerk, number, removal(4));
    expect(await statusOf('council-A-1')).toEqual({ status: 'removed', votes: 'annulled', number: '18-K' });

    const again = await putInReview(db, { candidacyId: 'council-A-1' });
    await expect(decideViolation(db, clerk, again, removal(4, { number: '19-K' }))).rejects.toThrow(
      /council-A-1 is removed already, its votes annulled, by decision 18-K/,
    );
    expect((await getCase(db, again)).state).toBe('in_review');

    await fileAppeal(db, clerk, number, { rowVersion: 5 });
    await expect(fileAppeal(db, clerk, number, { rowVersion: 6 })).rejects.toThrow(/appealed against already/);
    await decideAppeal(db, another, number, overturned(6, 'C-2'));
    expect(await statusOf('council-A-1')).toEqual({ status: 'registered', votes: 'counted', number: 'C-2' });
    expect(await getCase(db, number)).toMatchObject({
      state: 'decided',
      verdict: 'rejected',
      measure: null,
      appeal: 'overturned',
    });
    await expect(decideAppeal(db, clerk, number, overturned(7, 'C-3'))).rejects.toThrow(/by Another clerk: overturned/);

    await decideViolation(db, clerk, again, removal(4, { number: '18-K' }));
    expect(await statusOf('council-A-1')).toMatchObject({ status: 'removed', number: '18-K' });
  });

  test('announced before under the same number is not made twice', async () => {
    const number = await putInReview(db, { candidacyId: 'council-A-2' });
    await database.client.db.execute(sql`
      insert into board.candidacy_change (candidacy_id, status, votes, announced_at, number, decided_by, rule, reason)
      values ('council-A-2', 'removed', 'counted', '2020-10-02T11:00:00+06', '20-K', '{}', '{}', '{}')`);
    await decideViolation(db, clerk, number, removal(4, { votes: 'counted', number: '20-K' }));
    const [made] = await db.execute(sql`
      select count(*)::int as changes from board.candidacy_change where candidacy_id = 'council-A-2'`);
    expect(made).toEqual({ changes: 1 });
  });

  test('an appeal upheld leaves all as it is', async () => {
    const number = await putInReview(db, { candidacyId: 'council-A-3' });
    await decideViolation(db, clerk, number, removal(4, { number: '21-K' }));
    await fileAppeal(db, clerk, number, { rowVersion: 5 });
    await decideAppeal(db, clerk, number, { ...overturned(6, 'C-4'), outcome: 'upheld' });
    expect(await statusOf('council-A-3')).toMatchObject({ status: 'removed', number: '21-K' });
    expect(await getCase(db, number)).toMatchObject({ verdict: 'confirmed', measure: 'removal', appeal: 'upheld' });
  });

  test('an overturned rejection is reviewed again', async () => {
    const number = await putInReview(db);
    await decideViolation(db, clerk, number, decision(4, { verdict: 'rejected', measure: null }));
    await fileAppeal(db, clerk, number, { rowVersion: 5, grounds: 'Nobody asked the witnesses.' });
    await decideAppeal(db, clerk, number, overturned(6, 'C-5'));
    await decideViolation(db, clerk, number, decision(7, { number: '22-K' }));
    expect(await getCase(db, number)).toMatchObject({ state: 'decided', verdict: 'confirmed', appeal: null });
  });
});

describe('commissions', () => {
  test('a case goes to a commission of its place or to the central one', async () => {
    const number = await putCase(db);
    await registerViolation(db, clerk, number, { rowVersion: 1 });
    const foreign = { level: 'district' as const, regionCode: 'XX-A', districtCode: 'XX-A-2' };
    await expect(assignCommission(db, clerk, number, { rowVersion: 2, commission: foreign })).rejects.toThrow(
      InvalidInput,
    );
    await expect(startReview(db, clerk, number, { rowVersion: 2 })).rejects.toThrow(/no commission yet/);
    await assignCommission(db, clerk, number, { rowVersion: 2, commission: districtCommission });
    await startReview(db, clerk, number, { rowVersion: 3 });
    await expect(
      transferCase(db, clerk, number, { rowVersion: 4, commission: districtCommission, note: 'x' }),
    ).rejects.toThrow(/with this commission already/);
    await transferCase(db, clerk, number, {
      rowVersion: 4,
      commission: centralCommission,
      note: 'Of several districts.',
    });
    expect(await getCase(db, number)).toMatchObject({ state: 'registered', commission: centralCommission });
  });
});

describe('duplicates', () => {
  test('of itself, of a duplicate, of a case of no election or of one decided: refused', async () => {
    const [original, copy, third] = [await putCase(db), await putCase(db), await putCase(db)];
    await expect(markDuplicate(db, clerk, copy, { rowVersion: 1, of: copy })).rejects.toThrow(InvalidInput);
    await expect(markDuplicate(db, clerk, copy, { rowVersion: 1, of: 99_999 })).rejects.toThrow(/no case V-99999/);
    await markDuplicate(db, clerk, copy, { rowVersion: 1, of: original });
    await expect(markDuplicate(db, clerk, third, { rowVersion: 1, of: copy })).rejects.toThrow(
      /duplicate itself, of V-/,
    );
    await expect(markDuplicate(db, clerk, original, { rowVersion: 1, of: third })).rejects.toThrow(
      /others are duplicates/,
    );
    await expect(markDuplicate(db, clerk, copy, { rowVersion: 2, of: third })).rejects.toThrow(Conflict);
    expect((await getCase(db, original)).duplicates).toEqual([`V-${String(copy).padStart(4, '0')}`]);
  });

  test('two cases are not each other’s duplicates, however fast', async () => {
    const [one, two] = [await putCase(db), await putCase(db)];
    const outcomes = await Promise.allSettled([
      markDuplicate(db, clerk, one, { rowVersion: 1, of: two }),
      markDuplicate(db, another, two, { rowVersion: 1, of: one }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

test('the audit log of all this is whole', async () => {
  expect(await verifyAudit(database.client.db)).toMatchObject({ fault: null });
});
