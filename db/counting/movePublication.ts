import { Conflict, NotFound } from '#domain/errors.ts';
import type { Names } from '#domain/languages.ts';
import { type Database, type DatabaseClient, sql, toInstant } from '../client.ts';
import { personKey } from './personKey.ts';

export interface PublicationMove {
  publishAt: string;
  reason: Names;
  /** The body that decided, as the public reads it. */
  decidedBy: Names;
  proposedBy: string;
}

/** Proposes another publication time; nothing moves until a second person confirms it. Returns the proposal's id. Throws Conflict. */
export async function proposePublication(db: DatabaseClient['db'], move: PublicationMove): Promise<number> {
  const { publishAt, reason, decidedBy, proposedBy } = move;
  const [row] = await db.execute<{ id: string }>(sql`
    insert into sealed.publication_proposal (publish_at, reason, decided_by, proposed_by, proposed_key)
    select ${publishAt}::timestamptz, ${JSON.stringify(reason)}::jsonb, ${JSON.stringify(decidedBy)}::jsonb, ${proposedBy.trim()},
      ${personKey(proposedBy)}
    where ${publishAt}::timestamptz > board.election_now() and not exists (select from published.edition where number > 0)
    returning id`);
  if (row) return Number(row.id);
  await explain(db, publishAt);
  throw new Conflict('the publication was moved at this very moment: propose it again');
}

/** Puts a proposed time into force at once. Throws NotFound and Conflict. */
export async function confirmPublication(
  db: DatabaseClient['db'],
  proposalId: number,
  person: string,
): Promise<number> {
  const key = personKey(person);
  const [proposal] = await db.execute<{
    publish_at: string;
    proposed_key: string;
    confirmed: boolean;
    moved: boolean;
  }>(sql`
    select publish_at, proposed_key, confirmed_at is not null as confirmed,
      exists (select from board.publication_change c where c.announced_at > p.proposed_at) as moved
    from sealed.publication_proposal p where id = ${proposalId}`);
  if (!proposal) throw new NotFound(`there is no proposal ${proposalId}`);
  if (proposal.proposed_key === key) throw new Conflict(`${person} proposed it: a second person has to confirm`);
  const [row] = await db.execute<{ version: string | null }>(
    sql`select sealed.confirm_publication(${proposalId}, ${person.trim()}, ${key}) as version`,
  );
  if (row?.version) return Number(row.version);
  if (proposal.confirmed) throw new Conflict('it is confirmed already');
  if (proposal.moved) throw new Conflict('the publication was moved since this was proposed: propose it again');
  await explain(db, toInstant(proposal.publish_at));
  throw new Conflict('it was confirmed, or the publication moved, at this very moment: look again');
}

async function explain(db: Database, publishAt: string): Promise<void> {
  const [row] = await db.execute<{ released: boolean; past: boolean }>(sql`
    select exists (select from published.edition where number > 0) as released,
      ${publishAt}::timestamptz <= board.election_now() as past`);
  if (row?.released) throw new Conflict('the results are public: their publication cannot be moved any more');
  if (row?.past) throw new Conflict(`${publishAt} has passed: the publication can only be moved into the future`);
}

export interface OpenProposal {
  id: number;
  publishAt: string;
  proposedBy: string;
}

/** Proposals that may still be confirmed. */
export async function listProposals(db: Database): Promise<OpenProposal[]> {
  const rows = await db.execute<{ id: string; publish_at: string; proposed_by: string }>(sql`
    select id, publish_at, proposed_by from sealed.publication_proposal p
    where confirmed_at is null and publish_at > board.election_now()
      and not exists (select from board.publication_change c where c.announced_at > p.proposed_at)
      and not exists (select from published.edition where number > 0)
    order by id`);
  return rows.map((row) => ({
    id: Number(row.id),
    publishAt: toInstant(row.publish_at),
    proposedBy: row.proposed_by,
  }));
}
