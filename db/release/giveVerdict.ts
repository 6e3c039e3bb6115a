import { Conflict, Forbidden, InvalidInput } from '#domain/errors.ts';
import { type GiveVerdict, VerdictRefusal } from '#domain/results/releaseDesk.ts';
import { type DatabaseClient, sql } from '../client.ts';

export interface VerdictSource {
  /** Who gives it is read from this session by PostgreSQL, not told by us. */
  sessionToken: string;
  address: string | null;
}

/**
 * Takes the verdict of whoever holds the session, and writes it into the audit log. Throws Conflict, whose message begins with the
 * refusal, InvalidInput, and Forbidden where the session ended meanwhile or is not an approver's.
 */
export async function giveVerdict(
  db: DatabaseClient['db'],
  { sessionToken, address }: VerdictSource,
  given: GiveVerdict,
): Promise<void> {
  const reason = given.verdict === 'objected' ? given.reason : null;
  const [answer] = await db.execute<{ refusal: string | null }>(sql`
    select ops.judge_draft(${sessionToken}, ${given.hash}, ${given.verdict}, ${reason}, ${address}) as refusal`);
  if (answer?.refusal) throw refuse(VerdictRefusal.parse(answer.refusal));
}

function refuse(refusal: VerdictRefusal): Error {
  const text = `${refusal}: ${refusals[refusal]}`;
  if (refusal === 'no_session') return new Forbidden(text);
  return refusal.startsWith('no_') ? new InvalidInput(text) : new Conflict(text);
}

const refusals: Record<VerdictRefusal, string> = {
  not_found: 'nothing is sealed yet',
  released: 'the edition is released; a correction is a new edition',
  replaced: 'another draft has taken the place of this one',
  other_hash: 'the sealed draft has another hash',
  own_count: 'who counted a draft does not approve it; another person has to',
  given: 'this person has given this verdict already; another person has to',
  objected: 'this person objected to this draft: it needs a new count',
  no_hash: 'expected the hash of the draft, at least its first 12 digits',
  no_name: 'the account has no name that can be told from others',
  no_reason: 'an objection needs a reason',
  no_session: 'no living session of an approver',
};
