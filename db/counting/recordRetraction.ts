import { Conflict } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import { type Database, type DatabaseClient, sql } from '../client.ts';
import { insertContestAct, requireContest } from './contestActs.ts';
import { holdGate } from './gate.ts';

export interface RetractionRecord {
  contestId: string;
  reason: Names;
  decidedBy: string;
}

/** Takes a contest's result back: it is withheld from the next draft on. Throws NotFound and Conflict. */
export async function recordRetraction(db: DatabaseClient['db'], record: RetractionRecord): Promise<void> {
  const { contestId, reason, decidedBy } = record;
  await db.transaction(async (tx) => {
    await holdGate(tx);
    await requireContest(tx, contestId);
    if ((await listRetractions(tx)).has(contestId)) throw new Conflict(`contest ${contestId} is taken back already`);
    await insertContestAct(tx, { kind: 'retracted', contestId, person: decidedBy, body: { reason } });
  });
}

/** Ends a retraction: the contest is told again from the next draft on. Throws Conflict. */
export async function liftRetraction(db: DatabaseClient['db'], contestId: string, person: string): Promise<void> {
  await db.transaction(async (tx) => {
    await holdGate(tx);
    if (!(await listRetractions(tx)).has(contestId)) throw new Conflict(`contest ${contestId} is not taken back`);
    await insertContestAct(tx, { kind: 'lifted', contestId, person, body: {} });
  });
}

/** Contests taken back, and why. */
export async function listRetractions(db: Database): Promise<Map<string, Names>> {
  const rows = await db.execute<{ contest_id: string; body: { reason: Names } }>(sql`
    select contest_id, sealed.read_body(body) as body
    from (select distinct on (contest_id) * from sealed.act where kind in ('retracted', 'lifted') order by contest_id, id desc) latest
    where kind = 'retracted'`);
  return new Map(rows.map(({ contest_id, body }) => [contest_id, body.reason]));
}
