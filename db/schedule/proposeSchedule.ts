import { Conflict } from '#domain/errors.ts';
import type { ProposeSchedule } from '#domain/schedule/requests.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { explainFault } from './explainFault.ts';
import type { SessionSource } from './sessionSource.ts';

/**
 * Proposes other voting times of a channel or another publication; nothing moves until a second person confirms it. Returns the
 * proposal's number. Throws Conflict where it could not be announced now, Forbidden where the session is nobody's who may propose.
 */
export async function proposeSchedule(
  db: DatabaseClient['db'],
  { sessionToken, address }: SessionSource,
  change: ProposeSchedule,
): Promise<number> {
  return db.transaction(async (tx) => {
    const [answer] = await tx.execute<{ proposal: number | null; fault: string | null }>(sql`
      select * from ops.propose_schedule_in_session(${sessionToken}, ${JSON.stringify(change)}::jsonb, ${address})`);
    if (answer?.fault) throw await explainFault(tx, answer.fault, null);
    if (!answer?.proposal) throw new Conflict('the proposal was not taken');
    return answer.proposal;
  });
}
