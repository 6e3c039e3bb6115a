import { Conflict } from '#domain/errors.ts';
import { type Database, sql, type Transaction } from '../client.ts';

/** `source` of the one vote database a board reads. */
const voteSource = 'vote';

/** A snapshot in which nothing is visible: the fold since it is a recount. */
export const nothingFolded = '1:1:';

export interface Checkpoint {
  /** Null before the first fold. */
  snapshot: string;
  version: number;
  systemIdentifier: string;
}

/** Locks the checkpoint for the rest of the transaction; null while another one folds. Serialization failures are retried by the caller. */
export async function lockCheckpoint(tx: Transaction): Promise<Checkpoint | null> {
  const [lock] = await tx.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtext('saylau.fold')) as locked`,
  );
  if (!lock?.locked) return null;
  const [row] = await tx.execute<{ snapshot: string; version: string; system_identifier: string }>(sql`
    select c.snapshot, c.system_identifier, v.version
    from board.checkpoint c, board.version v where c.source = ${voteSource} for update of c`);
  if (!row) throw new Conflict('the board database has no checkpoint: load an election package first');
  return { snapshot: row.snapshot, version: Number(row.version), systemIdentifier: row.system_identifier };
}

export async function saveCheckpoint(tx: Transaction, folded: { events: number; ms: number }): Promise<void> {
  await tx.execute(sql`
    update board.checkpoint set snapshot = pg_current_snapshot(), checked_at = clock_timestamp(),
      fold_ms = ${folded.ms}, folded_events = folded_events + ${folded.events}
    where source = ${voteSource}`);
}

/** Says that the vote database was read just now; not while a subscription to it receives nothing. */
export async function markChecked(db: Database): Promise<void> {
  await db.execute(sql`
    update board.checkpoint set checked_at = clock_timestamp() where source = ${voteSource} and not exists (
      select from pg_subscription s
      where s.subdbid = (select oid from pg_database where datname = current_database())
        and not exists (select from pg_stat_subscription w where w.subid = s.oid and w.relid is null and w.pid is not null))`);
}

/** Starts the ledger of this cluster at nothing folded. */
export async function openCheckpoint(tx: Database): Promise<void> {
  await tx.execute(sql`
    insert into board.checkpoint (source, snapshot, system_identifier, checked_at)
    select ${voteSource}, ${nothingFolded}::pg_snapshot, system_identifier, clock_timestamp() from pg_control_system()
    on conflict (source) do update set snapshot = excluded.snapshot, system_identifier = excluded.system_identifier,
      checked_at = excluded.checked_at, folded_events = 0, fold_ms = 0`);
}

/** Throws Conflict where transaction numbers mean nothing: after a restore from a dump, or on a copy in another cluster. */
export async function guardSnapshot(db: Database): Promise<void> {
  const [row] = await db.execute<{ foreign_cluster: boolean; ahead: boolean }>(sql`
    select c.system_identifier <> (select system_identifier from pg_control_system()) as foreign_cluster,
      greatest((select max(xid) from vote."authorization"), (select max(xid) from vote.refusal),
        (select max(xid) from vote.ballot), (select max(xid) from vote.turnout_correction), pg_snapshot_xmin(c.snapshot))
        >= pg_snapshot_xmax(pg_current_snapshot()) as ahead
    from board.checkpoint c where c.source = ${voteSource}`);
  if (row?.foreign_cluster || row?.ahead) {
    throw new Conflict(
      'this database was restored or copied from another cluster: its transaction numbers mean nothing here; ' +
        'stop every aggregator and run: npm run aggregate:rebuild -- --reason "restored from a dump" --by "your name"',
    );
  }
}
