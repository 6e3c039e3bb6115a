import { Conflict, InvalidInput, NotFound } from '#domain/errors.ts';
import type { VerdictKind } from '#domain/results/draftState.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';

export interface Verdict {
  editionId: number;
  person: string;
  verdict: VerdictKind;
  /** Of an objection. */
  reason: string | null;
  /** The draft that the person has seen, whole or its first 12 digits or more. */
  manifestHash: string;
  /** Election time; now where it is left out. */
  at?: string;
}

/** Takes an approval of the open draft, or an objection that stops it. Throws Conflict, InvalidInput and NotFound. */
export async function recordVerdict(db: DatabaseClient['db'], verdict: Verdict): Promise<void> {
  const { editionId, person, reason, at = null } = verdict;
  const hash = verdict.manifestHash.trim().toLowerCase();
  await db.transaction(async (tx) => {
    const [answer] = await tx.execute<{ refusal: string | null }>(sql`
      select sealed.judge_by_name(${editionId}, ${hash}, ${verdict.verdict}, ${reason}, ${person}, ${at}::timestamptz) as refusal`);
    if (answer?.refusal) throw await explain(tx, answer.refusal, verdict, hash);
  });
}

/** The refusal in words, for people who may read what is sealed. */
async function explain(
  tx: Transaction,
  refusal: string,
  { editionId, person, verdict, manifestHash }: Verdict,
  hash: string,
): Promise<Error> {
  const [draft] = await tx.execute<{ number: number }>(sql`select number from sealed.edition where id = ${editionId}`);
  switch (refusal) {
    case 'no_name':
      return new InvalidInput(`${JSON.stringify(person)}: expected the name of a person`);
    case 'no_reason':
      return new InvalidInput('an objection needs a reason');
    case 'no_hash':
      return new InvalidInput(`${manifestHash}: expected the draft's hash, at least its first 12 digits`);
    case 'not_found':
      return new NotFound(`there is no draft ${editionId}`);
    case 'released':
      return new Conflict(`edition ${draft?.number} is released: a correction is a new edition`);
    case 'replaced':
      return new Conflict('another draft has taken the place of this one: look at the new one');
    case 'other_hash':
      return new Conflict(`the hash of the draft is not ${hash}: look at the draft again`);
    case 'own_count':
      return new Conflict(`${person.trim()} counted this draft: two others have to approve it`);
    case 'given':
      return new Conflict(`${person} has ${verdict} already; another person has to`);
    case 'objected':
      return new Conflict(`${person} objected to this draft: it needs a new count`);
    default:
      return new Error(`a verdict was refused for an unknown reason: ${refusal}`);
  }
}
