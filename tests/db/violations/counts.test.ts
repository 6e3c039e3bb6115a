import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { type DatabaseClient, sql } from '#db/client.ts';
import { assignCommission, transferCase } from '#db/violations/assignCommission.ts';
import { decideAppeal } from '#db/violations/decideAppeal.ts';
import { decideViolation } from '#db/violations/decideViolation.ts';
import { fileAppeal } from '#db/violations/fileAppeal.ts';
import { getCase } from '#db/violations/getCase.ts';
import { getPublicCases } from '#db/violations/getPublicCases.ts';
import { markDuplicate } from '#db/violations/markDuplicate.ts';
import { registerViolation } from '#db/violations/registerViolation.ts';
import { startReview } from '#db/violations/startReview.ts';
import { Conflict, InvalidInput, NotFound } from '#domain/errors.ts';
import { measures, verdicts, violationCategories } from '#domain/violations/caseWords.ts';
import type { CaseCounts, CaseMeasure, PublicCases, Verdict } from '#domain/violations/violation.ts';
import { openTestDatabase } from '../../support/database.ts';
import { loadSmallElection } from '../../support/smallElection.ts';
import { centralCommission, clerk, decision, putCase, regionCommission, versionOf } from '../../support/violations.ts';

const database = openTestDatabase();
let db: DatabaseClient['db'];
beforeAll(async () => {
  await loadSmallElection(database.client.db);
  db = database.connectAs('saylau_web').db;
});

const seed = 20201004;
const units = ['XX', 'XX-A', 'XX-B', 'XX-A-1', 'XX-A-2', 'XX-B-1'] as const;
const candidacies: Record<string, string[]> = { 'XX-A': ['council-A-1', 'council-A-2'], 'XX-B': ['council-B-2'] };

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      unitCode: fc.constantFrom(...units),
      category: fc.constantFrom(...violationCategories),
      withCandidacy: fc.boolean(),
    }),
  },
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'register' as const,
        'assign' as const,
        'review' as const,
        'decide' as const,
        'transfer' as const,
        'duplicate' as const,
        'appeal' as const,
        'decideAppeal' as const,
        // Whatever comes next for the case: most are not refused.
        ...Array.from({ length: 12 }, () => 'next' as const),
      ),
      pick: fc.nat(1_000),
      other: fc.nat(1_000),
      verdict: fc.constantFrom('confirmed' as const, 'confirmed' as const, ...verdicts),
      measure: fc.constantFrom(null, ...measures),
      isOverturned: fc.boolean(),
      isStale: fc.nat(9).map((value) => value === 0),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const filed: number[] = [];
const done = new Map<string, number>();

/** Mostly a decision whose parts fit together. */
function fitting(verdict: Verdict, measure: CaseMeasure | null, isWild: boolean) {
  const votes = measure === 'removal' ? ('counted' as const) : measure === 'annulment' ? ('annulled' as const) : null;
  if (verdict === 'confirmed' || isWild) return { verdict, measure, votes };
  return { verdict, measure: null, votes: null };
}

type Kind = Exclude<Step['kind'], 'file' | 'next'>;

async function nextOf(number: number): Promise<Kind> {
  const { state, commission, appeal } = await getCase(db, number);
  if (state === 'received') return 'register';
  if (state === 'registered') return commission ? 'review' : 'assign';
  if (state === 'in_review') return 'decide';
  return appeal === 'pending' ? 'decideAppeal' : 'appeal';
}

/** Does it as a commission would; false where it was refused for a reason that is the clerk's. */
async function take(each: Step): Promise<boolean> {
  if (each.kind === 'file') {
    const candidacyId = each.withCandidacy ? (candidacies[each.unitCode]?.[filed.length % 2] ?? null) : null;
    filed.push(await putCase(db, { unitCode: each.unitCode, category: each.category, candidacyId }));
    return true;
  }
  const [number, of] = [filed[each.pick % filed.length], filed[each.other % filed.length]];
  if (number === undefined || of === undefined) return false;
  const rowVersion = (await versionOf(db, number)) - (each.isStale ? 1 : 0);
  const texts = { rule: { kk: 'e', ru: 'e', en: 'e' }, text: { kk: 'e', ru: 'e', en: 'e' } };
  const kind = each.kind === 'next' ? await nextOf(number) : each.kind;
  const work = {
    register: () => registerViolation(db, clerk, number, { rowVersion }),
    assign: () => assignCommission(db, clerk, number, { rowVersion, commission: regionCommission }),
    transfer: () => transferCase(db, clerk, number, { rowVersion, commission: centralCommission, note: 'there' }),
    review: () => startReview(db, clerk, number, { rowVersion }),
    decide: () =>
      decideViolation(
        db,
        clerk,
        number,
        decision(rowVersion, fitting(each.verdict, each.measure, each.pick % 4 === 0)),
      ),
    duplicate: () => markDuplicate(db, clerk, number, { rowVersion, of }),
    appeal: () => fileAppeal(db, clerk, number, { rowVersion }),
    decideAppeal: () =>
      decideAppeal(db, clerk, number, {
        rowVersion,
        number: 'C-1',
        outcome: each.isOverturned ? 'overturned' : 'upheld',
        commission: centralCommission,
        ...texts,
      }),
  }[kind];
  return work().then(
    () => true,
    (error: unknown) => {
      if (error instanceof Conflict || error instanceof InvalidInput || error instanceof NotFound) return false;
      throw error;
    },
  );
}

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);

function expectToAddUp(counts: CaseCounts): void {
  expect(sum(counts.byState)).toBe(counts.total);
  expect(sum(counts.byCategory)).toBe(counts.total);
  expect(sum(counts.byVerdict)).toBe(counts.byState.decided);
  expect(sum(counts.byMeasure)).toBe(counts.byVerdict.confirmed);
}

function expectRegionsToSum({ country, byRegion }: PublicCases): void {
  const regions = Object.values(byRegion);
  const over = (pick: (counts: CaseCounts) => number) => regions.reduce((total, counts) => total + pick(counts), 0);
  expect(over(({ total }) => total)).toBe(country.total);
  for (const verdict of verdicts) expect(over(({ byVerdict }) => byVerdict[verdict])).toBe(country.byVerdict[verdict]);
  for (const measure of measures) expect(over(({ byMeasure }) => byMeasure[measure])).toBe(country.byMeasure[measure]);
}

test(`the public counts add up after every step of any sequence (seed ${seed})`, { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 120, size: 'max' }), async (steps) => {
      for (const each of steps) {
        if (await take(each)) done.set(each.kind, (done.get(each.kind) ?? 0) + 1);
        const cases = await getPublicCases(db);
        expect(cases.country.total).toBe(filed.length);
        for (const counts of [cases.country, ...Object.values(cases.byRegion)]) expectToAddUp(counts);
        expectRegionsToSum(cases);
      }
    }),
    { seed, numRuns: 6, endOnFailure: true },
  );
  // Each way was gone, so that the sums were those of something.
  expect([...done.keys()].sort()).toEqual(
    [
      'appeal',
      'assign',
      'decide',
      'decideAppeal',
      'duplicate',
      'file',
      'next',
      'register',
      'review',
      'transfer',
    ].sort(),
  );
  const [rest] = await database.client.db.execute<{ removals: number; off: number }>(sql`
    select (select count(*) from ops.violation where measure = 'removal')::int as removals,
      (select count(*) from (select distinct on (candidacy_id) candidacy_id, status from board.candidacy_change
        order by candidacy_id, announced_at desc, id desc) latest where status = 'removed')::int as off`);
  expect(rest?.removals).toBe(rest?.off);
});
