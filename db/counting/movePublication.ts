import { NotFound } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import { publicationInForce } from '#domain/schedule.ts';
import type { AuditActor } from '../audit/recordAudit.ts';
import { type Database, type DatabaseClient, sql } from '../client.ts';
import { getSchedule } from '../queries/getSchedule.ts';
import { endProposal } from '../schedule/endProposal.ts';
import { listProposals } from '../schedule/listProposals.ts';
import { proposeSchedule } from '../schedule/proposeSchedule.ts';

export interface PublicationMove {
  publishAt: string;
  reason: Names;
  /** The body that decided, as the public reads it. */
  decidedBy: Names;
  proposedBy: string;
}

/** Somebody at the command line, who has no account. */
const operator = (name: string): AuditActor => ({ id: null, name, role: 'operator', address: null });

/** Proposes another publication time; a second person confirms it here or in the console. Returns the proposal's number. Throws Conflict. */
export function proposePublication(
  db: DatabaseClient['db'],
  { publishAt, reason, decidedBy, proposedBy }: PublicationMove,
): Promise<number> {
  return proposeSchedule(db, operator(proposedBy), { kind: 'publication', publishAt, reason, decidedBy });
}

/** Puts a proposed publication time into force at once and returns the board's new version. Throws NotFound and Conflict. */
export async function confirmPublication(
  db: DatabaseClient['db'],
  proposal: number,
  person: string,
): Promise<number | null> {
  const known = await db.execute(
    sql`select from ops.schedule_proposal where id = ${proposal} and kind = 'publication'`,
  );
  if (known.length === 0) throw new NotFound(`there is no proposal ${proposal} of a publication time`);
  return endProposal(db, operator(person), proposal, { outcome: 'confirmed' });
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
