import type { Names } from '#domain/languages.ts';
import type { Commission } from '#domain/violations/commission.ts';
import type { AppealOutcome, CaseDecision } from '#domain/violations/staffCase.ts';
import { type Database, sql, toInstant } from '../client.ts';

interface DecisionRow extends Record<string, unknown> {
  id: string;
  decision_number: string;
  decided_at: string;
  verdict: CaseDecision['verdict'];
  measure: CaseDecision['measure'];
  votes: CaseDecision['votes'];
  commission: Commission;
  decided_by: Names;
  rule: Names;
  text: Names;
  person_name: string;
  filed_at: string | null;
  grounds: string | null;
  outcome: AppealOutcome;
  appeal_decided_at: string | null;
  appeal_number: string | null;
  appeal_decided_by: Names | null;
  appeal_text: Names | null;
}

/** The decisions on a case, the newest first, each with its appeal. */
export async function listDecisions(db: Database, number: number): Promise<CaseDecision[]> {
  const rows = await db.execute<DecisionRow>(sql`
    select d.id, d.decision_number, d.decided_at, d.verdict, d.measure, d.votes, d.decided_by, d.rule, d.text, d.person_name,
      jsonb_build_object('level', d.commission_level, 'regionCode', d.commission_region_code,
        'districtCode', d.commission_district_code) as commission,
      a.filed_at, a.grounds, a.outcome, a.decided_at as appeal_decided_at, a.decision_number as appeal_number,
      a.decided_by as appeal_decided_by, a.text as appeal_text
    from ops.violation_decision d left join ops.violation_appeal a on a.decision_id = d.id
    where d.number = ${number} order by d.id desc`);
  return rows.map((row) => ({
    id: Number(row.id),
    number: row.decision_number,
    decidedAt: toInstant(row.decided_at),
    verdict: row.verdict,
    measure: row.measure,
    votes: row.votes,
    commission: row.commission,
    decidedBy: row.decided_by,
    rule: row.rule,
    text: row.text,
    personName: row.person_name,
    appeal: row.filed_at
      ? {
          filedAt: toInstant(row.filed_at),
          grounds: row.grounds,
          outcome: row.outcome,
          decidedAt: row.appeal_decided_at && toInstant(row.appeal_decided_at),
          number: row.appeal_number,
          decidedBy: row.appeal_decided_by,
          text: row.appeal_text,
        }
      : null,
  }));
}
