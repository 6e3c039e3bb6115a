import type { ElectionClock } from '#domain/clock.ts';
import type { ElectionPackage } from '#domain/electionPackage.ts';
import { openCheckpoint } from '../aggregate/checkpoint.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { setBoardClock } from './setClock.ts';

/** A rehearsal has another id than the election it rehearses, in every file and feed. */
export function electionIdOf(packageId: string, isTest: boolean): string {
  return isTest ? `rehearsal-${packageId}` : packageId;
}

export interface LoadOptions {
  isTest: boolean;
  clock: ElectionClock;
}

/** Empties the board and puts the package's election, geography, roll, contests and candidacies into it; announcements follow by their time. */
export async function loadElection(
  db: DatabaseClient['db'],
  source: ElectionPackage,
  options: LoadOptions,
): Promise<void> {
  await db.transaction(async (tx) => {
    await emptyBoard(tx);
    await insertElection(tx, source, options.isTest);
    await insertUnits(tx, source);
    await insertContests(tx, source);
    await insertCandidacies(tx, source);
    await setBoardClock(tx, options.clock);
    await openCheckpoint(tx);
  });
}

async function emptyBoard(tx: Transaction): Promise<void> {
  // The version goes on: a page open since before the load must see the new board as newer.
  await tx.execute(sql`
    truncate board.election, board.unit, board.contest, board.window_change, board.publication_change, board.clock,
      board.checkpoint, board.turnout, board.turnout_refusal, board.turnout_minute, board.turnout_correction,
      board.quarantine, board.rebuild, board.candidacy, board.candidacy_change,
      sealed.edition, sealed.file, sealed.act, published.edition, published.file,
      published.candidacy, ops.violation, ops.violation_decision, ops.violation_appeal, ops.violation_event,
      ops.violation_restricted, ops.violation_script, ops.webhook_seen, ops.webhook_event, ops.webhook_delivery,
      ops.webhook_attempt, ops.webhook_outbox`);
  // Webhooks stay; what is played into a rehearsal is not told to them.
  await tx.execute(sql`insert into ops.webhook_outbox default values`);
  await tx.execute(sql`
    truncate ops.incident, ops.incident_script, ops.incident_update, ops.incident_link, ops.intake_answer, ops.refusal_sample, ops.violation,
      ops.violation_decision, ops.violation_appeal, ops.violation_event, ops.violation_restricted, ops.violation_script,
      ops.violation_register, ops.schedule_proposal restart identity`);
  await tx.execute(sql`
    update board.version set version = version + 1, schedule_version = version + 1, ops_version = version + 1, as_of = null`);
}

async function insertElection(tx: Transaction, { election }: ElectionPackage, isTest: boolean): Promise<void> {
  const { names, timeZone, electorate, channels, phases, contacts, notes } = election;
  await tx.execute(sql`
    insert into board.election (id, is_test, names, time_zone, electorate, channels, phases, contacts, notes)
    values (${electionIdOf(election.id, isTest)}, ${isTest}, ${JSON.stringify(names)}::jsonb, ${timeZone}, ${electorate},
      array(select jsonb_array_elements_text(${JSON.stringify(channels)}::jsonb)), ${JSON.stringify(phases)}::jsonb,
      ${JSON.stringify(contacts)}::jsonb, ${notes && JSON.stringify(notes)}::jsonb)`);
}

async function insertUnits(tx: Transaction, { units, roll }: ElectionPackage): Promise<void> {
  const rows = units.map((unit, position) => ({
    code: unit.code,
    parent_code: unit.parentCode,
    level: unit.level,
    iso: unit.iso,
    names: unit.names,
    tile_column: unit.tile?.column ?? null,
    tile_row: unit.tile?.row ?? null,
    position,
    eligible: roll.get(unit.code)?.eligible ?? 0,
    special_list: roll.get(unit.code)?.specialList ?? 0,
  }));
  await tx.execute(sql`
    insert into board.unit (code, parent_code, level, iso, names, tile_column, tile_row, position, eligible, special_list)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as unit (code text, parent_code text, level text, iso text,
      names jsonb, tile_column integer, tile_row integer, position integer, eligible integer, special_list integer)`);
}

async function insertContests(tx: Transaction, { contests }: ElectionPackage): Promise<void> {
  const rows = contests.map((contest, position) => ({ ...contest, position }));
  await tx.execute(sql`
    insert into board.contest (id, unit_code, names, seats, votes_allowed, share_of, position)
    select id, "unitCode", names, seats, "votesAllowed", "shareOf", position from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as contest (id text, "unitCode" text, names jsonb, seats integer, "votesAllowed" integer, "shareOf" text, position integer)`);
}

async function insertCandidacies(tx: Transaction, { candidacies }: ElectionPackage): Promise<void> {
  await tx.execute(sql`
    insert into board.candidacy (id, contest_id, ballot_number, names)
    select id, "contestId", "ballotNumber", names from jsonb_to_recordset(${JSON.stringify(candidacies)}::jsonb)
      as candidacy (id text, "contestId" text, "ballotNumber" integer, names jsonb)`);
}
