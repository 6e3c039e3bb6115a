import { Conflict, InvalidInput, NotFound } from '#domain/errors.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { holdGate } from './gate.ts';
import { personKey } from './personKey.ts';

export type VerdictKind = 'approved' | 'objected';

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
  const key = personKey(verdict.person);
  const reason = verdict.reason?.trim() ?? '';
  if (verdict.verdict === 'objected' && reason === '') throw new InvalidInput('an objection needs a reason');
  const hash = verdict.manifestHash.trim().toLowerCase();
  if (!/^[0-9a-f]{12,64}$/.test(hash)) {
    throw new InvalidInput(`${verdict.manifestHash}: expected the draft's hash, at least its first 12 digits`);
  }
  await db.transaction(async (tx) => {
    await holdGate(tx);
    await requireOpen(tx, verdict.editionId, hash);
    await requireFirst(tx, verdict, key);
    await tx.execute(sql`
      insert into sealed.act (kind, edition_id, manifest_hash, person, person_key, at, body)
      select ${verdict.verdict}, e.id, e.manifest_hash, ${verdict.person.trim()}, ${key},
        coalesce(${verdict.at ?? null}::timestamptz, board.election_now()),
        sealed.pad(convert_to(${JSON.stringify({ reason })}, 'UTF8'))
      from sealed.edition e where e.id = ${verdict.editionId}`);
  });
}

async function requireOpen(tx: Transaction, editionId: number, hash: string): Promise<void> {
  const [draft] = await tx.execute<{ number: number; state: string; manifest_hash: string }>(
    sql`select number, state, manifest_hash from sealed.edition where id = ${editionId}`,
  );
  if (!draft) throw new NotFound(`there is no draft ${editionId}`);
  if (draft.state === 'released')
    throw new Conflict(`edition ${draft.number} is released: a correction is a new edition`);
  if (draft.state !== 'open') throw new Conflict('another draft has taken the place of this one: look at the new one');
  if (!draft.manifest_hash.startsWith(hash)) {
    throw new Conflict(`the hash of the draft is ${draft.manifest_hash}, not ${hash}: look at the draft again`);
  }
}

/** Who approved may still object; nobody takes an objection back. */
async function requireFirst(tx: Transaction, { editionId, verdict, person }: Verdict, key: string): Promise<void> {
  const given = await tx.execute<{ kind: VerdictKind }>(sql`
    select kind from sealed.act where edition_id = ${editionId} and person_key = ${key}`);
  for (const { kind } of given) {
    if (kind === verdict) throw new Conflict(`${person} has ${kind} already; another person has to`);
    if (kind === 'objected') throw new Conflict(`${person} objected to this draft: it needs a new count`);
  }
}
