import type { ProposalEnd } from '#domain/schedule/faults.ts';
import { type DatabaseClient, sql } from '../client.ts';
import { explainFault } from './explainFault.ts';
import type { SessionSource } from './sessionSource.ts';

/**
 * Confirms a proposal, which announces it at once, or declines or withdraws it. Returns the board's new version where something was
 * announced. Throws NotFound, Forbidden for one of somebody else or a session that may not, and Conflict that says who was first or
 * what has come between.
 */
export async function endProposal(
  db: DatabaseClient['db'],
  { sessionToken, address }: SessionSource,
  proposal: number,
  { outcome, note = null }: { outcome: ProposalEnd; note?: string | null },
): Promise<number | null> {
  return db.transaction(async (tx) => {
    const [answer] = await tx.execute<{ fault: string | null; version: string | null }>(sql`
      select * from ops.end_schedule_in_session(${sessionToken}, ${proposal}, ${outcome}, ${note}, ${address})`);
    if (answer?.fault) throw await explainFault(tx, answer.fault, proposal);
    return answer?.version ? Number(answer.version) : null;
  });
}
