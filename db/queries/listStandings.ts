import type { CandidacyStatus } from '#domain/results/candidacy.ts';
import { type Database, sql } from '../client.ts';

export interface Standing {
  candidacyId: string;
  status: CandidacyStatus;
}

/** How each candidacy stands on which anything was decided, by the decision in force. */
export async function listStandings(db: Database): Promise<Standing[]> {
  const rows = await db.execute<Standing & Record<string, unknown>>(sql`
    select distinct on (candidacy_id) candidacy_id as "candidacyId", status
    from board.candidacy_change order by candidacy_id, announced_at desc, id desc`);
  return [...rows];
}
