import { NotFound } from '#domain/errors.ts';
import { type Database, sql, type Transaction } from '../client.ts';
import { personKey } from './personKey.ts';

export interface ContestAct {
  kind: 'lot' | 'lot_void' | 'retracted' | 'lifted';
  contestId: string;
  person: string;
  at?: string | undefined;
  body: object;
}

export async function insertContestAct(
  tx: Transaction,
  { kind, contestId, person, at, body }: ContestAct,
): Promise<void> {
  await tx.execute(sql`
    insert into sealed.act (kind, contest_id, person, person_key, at, body)
    values (${kind}, ${contestId}, ${person.trim()}, ${personKey(person)}, coalesce(${at ?? null}::timestamptz, board.election_now()),
      sealed.pad(convert_to(${JSON.stringify(body)}, 'UTF8')))`);
}

export async function requireContest(tx: Transaction, contestId: string): Promise<void> {
  const found = await tx.execute(sql`select from board.contest where id = ${contestId}`);
  if (found.length === 0) throw new NotFound(`there is no contest ${contestId}`);
}

/** The newest act on a contest; a draft counted before a later one is out of date. 0 where there is none. */
export async function getLastAct(db: Database): Promise<number> {
  const [row] = await db.execute<{ id: string }>(
    sql`select coalesce(max(id), 0) as id from sealed.act where contest_id is not null`,
  );
  return Number(row?.id);
}
