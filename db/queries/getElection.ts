import { Election } from '#domain/election.ts';
import { NotFound } from '#domain/errors.ts';
import { type Database, sql } from '../client.ts';

/** What the election is. Throws NotFound before a package was loaded. */
export async function getElection(db: Database): Promise<Election> {
  const [row] = await db.execute<Record<string, unknown>>(sql`
    select id, is_test as "isTest", names, time_zone as "timeZone", electorate, channels, phases, contacts, notes
    from board.election`);
  if (!row) throw new NotFound('no election is loaded');
  return Election.parse(row);
}
