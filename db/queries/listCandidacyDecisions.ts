import type { Names } from '#domain/languages.ts';
import type { CandidacyDecision } from '#domain/results/candidacy.ts';
import { type Database, sql, toInstant } from '../client.ts';

/** A decision with whom it is about. */
export interface DecisionNews extends CandidacyDecision {
  candidacyId: string;
  candidacyNames: Names;
  contestId: string;
  contestNames: Names;
}

/** The latest decisions on candidacies, the newest first; those that a later one replaced too. */
export async function listCandidacyDecisions(db: Database, limit: number): Promise<DecisionNews[]> {
  const rows = await db.execute<DecisionNews & Record<string, unknown>>(sql`
    select d.candidacy_id as "candidacyId", c.names as "candidacyNames", t.id as "contestId", t.names as "contestNames", d.status,
      d.votes, d.announced_at as "announcedAt", d.number, d.decided_by as "decidedBy", d.rule, d.reason
    from board.candidacy_change d
    join board.candidacy c on c.id = d.candidacy_id
    join board.contest t on t.id = c.contest_id
    order by d.announced_at desc, d.id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, announcedAt: toInstant(row.announcedAt) }));
}

/** Names of candidacies by id. */
export async function listCandidacyNames(db: Database, ids: readonly string[]): Promise<Map<string, Names>> {
  const rows = await db.execute<{ id: string; names: Names }>(sql`
    select id, names from board.candidacy
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
  return new Map(rows.map(({ id, names }) => [id, names]));
}
