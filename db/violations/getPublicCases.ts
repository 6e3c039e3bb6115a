import { type CaseCountRow, composePublicCases } from '#domain/violations/publicCases.ts';
import type { PublicCases } from '#domain/violations/violation.ts';
import { type Database, sql } from '../client.ts';

/** The cases in figures, for everybody. */
export async function getPublicCases(db: Database): Promise<PublicCases> {
  const rows = await db.execute<Record<string, unknown> & CaseCountRow>(sql`
    select unit_code as "unitCode", state, category, verdict, measure, cases from ops.public_case_counts`);
  return composePublicCases(rows);
}
