import type { ContestsFile } from '#domain/results/resultFiles.ts';
import { type Database, sql } from '../client.ts';

/** A contest that a draft withholds, or whose last seat is tied; no figures. */
export type OpenContest = Pick<ContestsFile['contests'][number], 'id' | 'names' | 'withheld'> & {
  tiedCandidacyIds: string[];
};

/** What is still open in a draft, for those who decide on it. */
export async function listOpenContests(db: Database, editionId: number): Promise<OpenContest[]> {
  const [row] = await db.execute<{ contests: ContestsFile['contests'] }>(sql`
    select convert_from(substr(content, 1, size), 'UTF8')::jsonb -> 'contests' as contests
    from sealed.file where edition_id = ${editionId} and kind = 'file' and path = 'contests.json'`);
  return (row?.contests ?? [])
    .filter(({ withheld, tie }) => withheld !== null || (tie !== null && tie.lot === null))
    .map(({ id, names, withheld, tie }) => ({
      id,
      names,
      withheld,
      tiedCandidacyIds: tie !== null && tie.lot === null ? tie.candidacyIds : [],
    }));
}
