import { NotFound } from '#domain/errors.ts';
import type { CandidacyStatus } from '#domain/results/candidacy.ts';
import { type Database, sql } from '../client.ts';
import type { Standing } from '../queries/listStandings.ts';

/** From now on the reference vote database takes marks for the candidacy only while it is registered. Throws NotFound. */
export async function applyCandidacyChange(db: Database, candidacyId: string, status: CandidacyStatus): Promise<void> {
  const changed = await db.execute(sql`
    update vote.candidacy set status = ${status} where id = ${candidacyId} returning id`);
  if (changed.length === 0) throw new NotFound(`the vote database has no candidacy ${candidacyId}`);
}

/** The same for all of these that stand otherwise; returns how many did. Those that the vote database does not have are left out. */
export async function applyStandings(db: Database, standings: readonly Standing[]): Promise<number> {
  const changed = await db.execute(sql`
    update vote.candidacy c set status = s.status
    from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as s ("candidacyId" text, status text)
    where c.id = s."candidacyId" and c.status <> s.status returning c.id`);
  return changed.length;
}
