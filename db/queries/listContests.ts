import type { Contest } from '#domain/electionPackage.ts';
import type { Names } from '#domain/languages.ts';
import type { ShareBase } from '#domain/results/edition.ts';
import { type Database, sql } from '../client.ts';

/** Every contest of the election in the package's order. */
export async function listContests(db: Database): Promise<Contest[]> {
  const rows = await db.execute<{
    id: string;
    unit_code: string;
    names: Names;
    seats: number;
    votes_allowed: number;
    share_of: ShareBase;
  }>(sql`select id, unit_code, names, seats, votes_allowed, share_of from board.contest order by position, id`);
  return rows.map((row) => ({
    id: row.id,
    unitCode: row.unit_code,
    names: row.names,
    seats: row.seats,
    votesAllowed: row.votes_allowed,
    shareOf: row.share_of,
  }));
}
