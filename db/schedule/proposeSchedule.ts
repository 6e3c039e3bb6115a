import { Conflict } from '#domain/errors.ts';
import type { ProposeSchedule } from '#domain/schedule/requests.ts';
import type { AuditActor } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { actorOf } from './actorOf.ts';
import { explainFault } from './explainFault.ts';

/**
 * Proposes another closing time of a channel or another publication; nothing moves until a second person confirms it. Returns the
 * proposal's number. Throws Conflict where it could not be announced now.
 */
export async function proposeSchedule(
  db: DatabaseClient['db'],
  by: AuditActor,
  change: ProposeSchedule,
): Promise<number> {
  return db.transaction(async (tx) => {
    const [answer] = await tx.execute<{ proposal: number | null; fault: string | null }>(
      sql`select * from ops.propose_schedule(${JSON.stringify(change)}::jsonb, ${actorOf(by)}::jsonb)`,
    );
    if (answer?.fault) throw await explainFault(tx, answer.fault, null);
    if (!answer?.proposal) throw new Conflict('the proposal was not taken');
    return answer.proposal;
  });
}
