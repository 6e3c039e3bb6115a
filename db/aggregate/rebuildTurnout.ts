import { Conflict } from '#domain/errors.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { lockCheckpoint, nothingFolded, openCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { foldEvents, logCorrections } from './foldEvents.ts';
import { nudgeLive } from './foldTurnout.ts';
import { showTurnout } from './showTurnout.ts';

export interface RebuildOptions {
  reason: string;
  decidedBy: string;
}

/**
 * Recounts every event under one snapshot and makes the ledger of it. A figure that falls by it is logged as a correction.
 * Throws Conflict while another one folds. Run it as the owner.
 */
export async function rebuildTurnout(
  db: DatabaseClient['db'],
  options: RebuildOptions,
): Promise<{ version: number; events: number }> {
  return db.transaction((tx) => rebuildOnce(tx, options), { isolationLevel: 'repeatable read' });
}

async function rebuildOnce(
  tx: Transaction,
  { reason, decidedBy }: RebuildOptions,
): Promise<{ version: number; events: number }> {
  const startedAt = performance.now();
  const checkpoint = await lockCheckpoint(tx);
  if (!checkpoint) throw new Conflict('an aggregator is folding: stop every aggregator first');
  await tx.execute(sql`update board.turnout set authorized = 0, refused = 0, voted = 0`);
  await tx.execute(sql`update board.turnout_refusal set refused = 0`);
  await tx.execute(sql`delete from board.turnout_minute`);
  await openCheckpoint(tx);
  const folded = await foldEvents(tx, nothingFolded);
  const version = folded.version ?? (await advanceVersion(tx));
  await tx.execute(sql`update board.turnout set version = ${version}`);
  await logCorrections(tx, nothingFolded, version);
  await logFalls(tx, version, { reason, decidedBy });
  await showTurnout(tx, version);
  await tx.execute(
    sql`insert into board.rebuild (version, reason, decided_by) values (${version}, ${reason}, ${decidedBy})`,
  );
  await saveCheckpoint(tx, { events: folded.events, ms: performance.now() - startedAt });
  await nudgeLive(tx, version);
  return { version, events: folded.events };
}

async function advanceVersion(tx: Transaction): Promise<number> {
  const [row] = await tx.execute<{ version: string }>(
    sql`update board.version set version = version + 1, as_of = board.election_now() returning version`,
  );
  return Number(row?.version);
}

async function logFalls(tx: Transaction, version: number, { reason, decidedBy }: RebuildOptions): Promise<void> {
  await tx.execute(sql`
    insert into board.turnout_correction (version, district_code, channel, authorized_before, authorized_after,
      voted_before, voted_after, reason, decided_by, occurred_at)
    select ${version}, district_code, channel, shown_authorized, authorized, shown_voted, voted, ${reason}, ${decidedBy},
      board.election_now()
    from board.turnout where authorized < shown_authorized or voted < shown_voted`);
}
