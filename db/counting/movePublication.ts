import { Conflict } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import { publicationInForce } from '#domain/schedule.ts';
import { type Database, type DatabaseClient, sql } from '../client.ts';
import { getSchedule } from '../queries/getSchedule.ts';
import { explainFault } from '../schedule/explainFault.ts';
import { listProposals } from '../schedule/listProposals.ts';

export interface PublicationMove {
  publishAt: string;
  reason: Names;
  /** The body that decided, as the public reads it. */
  decidedBy: Names;
  proposedBy: string;
}

/** Proposes another publication time; a second person confirms it here or in the console. Returns the proposal's number. Throws Conflict, InvalidInput. */
export async function proposePublication(
  db: DatabaseClient['db'],
  { publishAt, reason, decidedBy, proposedBy }: PublicationMove,
): Promise<number> {
  return db.transaction(async (tx) => {
    const [answer] = await tx.execute<{ proposal: number | null; fault: string | null }>(sql`
      select * from ops.propose_publication_by_name(${JSON.stringify({ publishAt, reason, decidedBy })}::jsonb, ${proposedBy})`);
    if (answer?.fault) throw await explainFault(tx, answer.fault, null);
    if (!answer?.proposal) throw new Conflict('the proposal was not taken');
    return answer.proposal;
  });
}

/** Puts a proposed publication time into force at once and returns the board's new version. Throws NotFound, Conflict, InvalidInput. */
export async function confirmPublication(
  db: DatabaseClient['db'],
  proposal: number,
  person: string,
): Promise<number | null> {
  return db.transaction(async (tx) => {
    const [answer] = await tx.execute<{ fault: string | null; version: string | null }>(sql`
      select * from ops.confirm_publication_by_name(${proposal}, ${person})`);
    if (answer?.fault) throw await explainFault(tx, answer.fault, proposal);
    return answer?.version ? Number(answer.version) : null;
  });
}

export interface OpenProposal {
  id: number;
  publishAt: string;
  proposedBy: string;
}

/** Publication times that may still be confirmed: nobody decided on them, and it was not moved since. */
export async function listOpenPublications(db: Database): Promise<OpenProposal[]> {
  const inForce = publicationInForce(await getSchedule(db));
  return (await listProposals(db, null)).flatMap(({ id, change, from, proposedBy, end }) =>
    end === null && change.kind === 'publication' && from?.announcedAt === inForce?.announcedAt
      ? [{ id, publishAt: change.publishAt, proposedBy }]
      : [],
  );
}
