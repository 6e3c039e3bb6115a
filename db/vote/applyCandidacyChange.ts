import { NotFound } from '#domain/errors.ts';
import type { CandidacyStatus } from '#domain/results/candidacy.ts';
import { type Database, sql } from '../client.ts';

/** From now on the reference vote database takes marks for the candidacy only while it is registered. Throws NotFound. */
export async function applyCandidacyChange(db: Database, candidacyId: string, status: CandidacyStatus): Promise<void> {
  const changed = await db.execute(sql`
    update vote.candidacy set status = ${status} where id = ${candidacyId} returning id`);
  if (changed.length === 0) throw new NotFound(`the vote database has no candidacy ${candidacyId}`);
}
