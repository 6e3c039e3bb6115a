import { performance } from 'node:perf_hooks';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { lockCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { foldEvents, logCorrections } from './foldEvents.ts';
import { isSerializationFailure } from './serialization.ts';
import { showTurnout } from './showTurnout.ts';

export type FoldOutcome =
  | { outcome: 'folded'; version: number; events: number; ms: number }
  | { outcome: 'unchanged' }
  /** Another aggregator is folding: skip this tick. */
  | { outcome: 'busy' };

/** Counts every event committed since the last fold exactly once, whoever else folds and whatever is killed meanwhile. */
export async function foldTurnout(db: DatabaseClient['db']): Promise<FoldOutcome> {
  for (;;) {
    try {
      return await db.transaction(foldOnce, { isolationLevel: 'repeatable read' });
    } catch (error) {
      if (!isSerializationFailure(error)) throw error;
    }
  }
}

async function foldOnce(tx: Transaction): Promise<FoldOutcome> {
  const startedAt = performance.now();
  const checkpoint = await lockCheckpoint(tx);
  if (!checkpoint) return { outcome: 'busy' };
  const { events, corrections, version } = await foldEvents(tx, checkpoint.snapshot);
  if (version === null) return { outcome: 'unchanged' };
  if (corrections > 0) await logCorrections(tx, checkpoint.snapshot, version);
  await showTurnout(tx, version);
  const ms = performance.now() - startedAt;
  await saveCheckpoint(tx, { events, ms });
  await nudgeLive(tx, version);
  return { outcome: 'folded', version, events, ms };
}

/** Tells whoever listens that there is something to read; losing it loses nothing. */
export async function nudgeLive(tx: Transaction, version: number): Promise<void> {
  await tx.execute(sql`select pg_notify('board_version', ${String(version)})`);
}
