import { InvalidInput, NotFound } from '#domain/errors.ts';
import type { Lot } from '#domain/results/protocol.ts';
import { type Database, type DatabaseClient, sql, toInstant } from '../client.ts';
import { insertContestAct, requireContest } from './contestActs.ts';
import { holdGate } from './gate.ts';
import { personKey } from './personKey.ts';

export interface LotRecord extends Omit<Lot, 'drawnAt'> {
  recordedBy: string;
  /** Election time; now where it is left out. */
  drawnAt?: string;
}

/** Records how a tie was drawn; it counts from the next draft on. Throws NotFound and InvalidInput. */
export async function recordLot(db: DatabaseClient['db'], lot: LotRecord): Promise<void> {
  personKey(lot.drawnBy);
  const ids = new Set(lot.order);
  if (ids.size < 2 || ids.size < lot.order.length) {
    throw new InvalidInput('a lot names every tied candidacy once, in the order in which they were drawn');
  }
  await db.transaction(async (tx) => {
    await holdGate(tx);
    await requireContest(tx, lot.contestId);
    const known = await tx.execute<{ id: string }>(
      sql`select id from board.candidacy where contest_id = ${lot.contestId}`,
    );
    const strange = lot.order.find((id) => !known.some((candidacy) => candidacy.id === id));
    if (strange !== undefined) throw new NotFound(`contest ${lot.contestId} has no candidacy ${strange}`);
    const body = { order: lot.order, drawnBy: lot.drawnBy.trim() };
    await insertContestAct(tx, {
      kind: 'lot',
      contestId: lot.contestId,
      person: lot.recordedBy,
      at: lot.drawnAt,
      body,
    });
  });
}

/** Takes a recorded lot back, as where the tie that it decided is none any more. */
export async function voidLot(db: DatabaseClient['db'], contestId: string, person: string): Promise<void> {
  await db.transaction(async (tx) => {
    await holdGate(tx);
    const lots = await listLots(tx);
    if (!lots.some((lot) => lot.contestId === contestId))
      throw new NotFound(`no lot is recorded for contest ${contestId}`);
    await insertContestAct(tx, { kind: 'lot_void', contestId, person, body: {} });
  });
}

/** Lots in force. */
export async function listLots(db: Database): Promise<Lot[]> {
  const rows = await db.execute<{ contest_id: string; at: string; body: { order: string[]; drawnBy: string } }>(sql`
    select contest_id, at, sealed.read_body(body) as body
    from (select distinct on (contest_id) * from sealed.act where kind in ('lot', 'lot_void') order by contest_id, id desc) latest
    where kind = 'lot'`);
  return rows.map(({ contest_id, at, body }) => ({
    contestId: contest_id,
    order: body.order,
    drawnBy: body.drawnBy,
    drawnAt: toInstant(at),
  }));
}
