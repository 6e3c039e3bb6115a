import type { Names } from '#domain/languages.ts';
import type { Candidacy, CandidacyStatus, VoteTreatment } from '#domain/results/candidacy.ts';
import { type Database, sql, toInstant } from '../client.ts';

interface CandidacyRow extends Record<string, unknown> {
  id: string;
  contest_id: string;
  ballot_number: number;
  names: Names;
  decision: {
    status: CandidacyStatus;
    votes: VoteTreatment;
    announced_at: string;
    number: string;
    decided_by: Names;
    rule: Names;
    reason: Names;
  } | null;
}

/** Every candidacy with the decision in force, by contest in the package's order and by place on the ballot. */
export async function listCandidacies(db: Database): Promise<Candidacy[]> {
  const rows = await db.execute<CandidacyRow>(sql`
    select k.id, k.contest_id, k.ballot_number, k.names, to_jsonb(d) as decision
    from board.candidacy k join board.contest c on c.id = k.contest_id
    left join (
      select distinct on (candidacy_id) candidacy_id, status, votes, announced_at, number, decided_by, rule, reason
      from board.candidacy_change order by candidacy_id, announced_at desc, id desc
    ) d on d.candidacy_id = k.id
    order by c.position, c.id, k.ballot_number`);
  return rows.map((row) => ({
    id: row.id,
    contestId: row.contest_id,
    ballotNumber: row.ballot_number,
    names: row.names,
    status: row.decision?.status ?? 'registered',
    decision: row.decision && {
      status: row.decision.status,
      votes: row.decision.votes,
      announcedAt: toInstant(row.decision.announced_at),
      number: row.decision.number,
      decidedBy: row.decision.decided_by,
      rule: row.decision.rule,
      reason: row.decision.reason,
    },
  }));
}
