import { Conflict, NotFound } from '#domain/errors.ts';
import { createDatabase, type DatabaseClient, sql } from '../client.ts';
import { migrate } from '../migrate.ts';
import { type CopyProgress, waitForCopy } from './copyProgress.ts';
import { turnoutPublication } from './publication.ts';
import { reasonOf } from './reasonOf.ts';
import { readSource, type VoteSource } from './voteSource.ts';

const subscription = 'saylau_turnout';
export interface SubscribeOptions {
  boardUrl: string;
  voteUrl: string;
  onProgress?: (progress: CopyProgress) => void;
}

/**
 * Makes a board database of `boardUrl` and has it follow the vote database; resolves when all that is there has been copied.
 * Safe to run twice. Throws Conflict or NotFound where either side is not ready for it.
 */
export async function subscribeToTurnout({
  boardUrl,
  voteUrl,
  onProgress,
}: SubscribeOptions): Promise<'created' | 'present'> {
  const board = createDatabase(boardUrl, { applicationName: 'saylau-subscribe', maxConnections: 1 });
  try {
    const source = await readSource(voteUrl, await slotName(board));
    await requireBoard(board, source);
    await migrate(boardUrl, ['vote-events', 'board', 'ops']);
    await board.db.execute(sql`select pg_advisory_lock(hashtext('saylau.subscribe'))`);
    const present = await isSubscribed(board);
    await (present ? resume(board, voteUrl, source) : create(board, voteUrl));
    await waitForCopy(board, { subscription, onProgress });
    return present ? 'present' : 'created';
  } finally {
    await board.close();
  }
}

/** Ends the subscription and frees its slot at the source; what was copied stays. `abandonSlot`: the source is gone for good. */
export async function dropSubscription(
  boardUrl: string,
  options: { abandonSlot: boolean },
): Promise<{ abandonedSlot: string | null }> {
  const board = createDatabase(boardUrl, { applicationName: 'saylau-subscribe', maxConnections: 1 });
  try {
    if (!(await isSubscribed(board))) throw new NotFound('this board database has no subscription');
    const slot = await slotName(board);
    if (options.abandonSlot) {
      await run(board, `alter subscription ${subscription} disable`);
      await run(board, `alter subscription ${subscription} set (slot_name = none)`);
    }
    await run(board, `drop subscription ${subscription}`);
    return { abandonedSlot: options.abandonSlot ? slot : null };
  } finally {
    await board.close();
  }
}

async function requireBoard(board: DatabaseClient, source: VoteSource): Promise<void> {
  const [row] = await board.db.execute<{ cluster: string; holds_votes: boolean }>(sql`
    select system_identifier::text as cluster, to_regclass('vote.member') is not null as holds_votes from pg_control_system()
  `);
  if (row?.holds_votes) {
    throw new Conflict(
      'this is a vote database, with identities in it: name an empty database for the board in DATABASE_URL',
    );
  }
  if (row?.cluster === source.cluster) {
    throw new Conflict(
      'both databases are of one PostgreSQL server, which needs no subscription: let the board use the vote database',
    );
  }
}

async function isSubscribed(board: DatabaseClient): Promise<boolean> {
  const [row] = await board.db.execute(sql`
    select from pg_subscription where subname = ${subscription}
      and subdbid = (select oid from pg_database where datname = current_database())
  `);
  return row !== undefined;
}

async function create(board: DatabaseClient, voteUrl: string): Promise<void> {
  const [row] = await board.db.execute<{ filled: boolean }>(sql`
    select exists (select from vote.authorization) or exists (select from vote.refusal) or exists (select from vote.ballot)
      or exists (select from vote.turnout_correction) as filled
  `);
  if (row?.filled) {
    throw new Conflict(
      'this board database holds events of an earlier subscription, and another would copy them again: use an empty database',
    );
  }
  // A slot name of its own: several boards may follow one vote database. Streaming `on`, not `parallel`: a parallel worker
  // outlived its killed server, waiting for ever, and kept it from starting again.
  const slot = await slotName(board);
  await run(
    board,
    `create subscription ${subscription} connection ${quote(voteUrl)} publication ${turnoutPublication}
     with (slot_name = ${quote(slot)}, streaming = on)`,
  );
}

async function resume(board: DatabaseClient, voteUrl: string, source: VoteSource): Promise<void> {
  if (source.slotStatus === null || source.slotStatus === 'lost') {
    throw new Conflict(
      'the vote database no longer keeps the log for this board (or VOTE_DATABASE_URL names another): subscribe with an empty database',
    );
  }
  await run(board, `alter subscription ${subscription} connection ${quote(voteUrl)}`);
  await run(board, `alter subscription ${subscription} enable`);
  await run(board, `alter subscription ${subscription} refresh publication`);
}

async function slotName(board: DatabaseClient): Promise<string> {
  const [row] = await board.db.execute<{ slot: string }>(sql`
    select coalesce(
      (select subslotname::text from pg_subscription where subname = ${subscription} and subdbid = d.oid),
      format('saylau_%s_%s', c.system_identifier, d.oid)) as slot
    from pg_control_system() c, pg_database d where d.datname = current_database()
  `);
  if (!row) throw new NotFound('the board database is gone');
  return row.slot;
}

/** Runs a statement that may hold a password: its error must not repeat it, as drizzle's would. */
async function run(board: DatabaseClient, statement: string): Promise<void> {
  try {
    await board.connection.unsafe(statement);
  } catch (error) {
    throw new Conflict(reasonOf(error));
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
