import { type Database, sql } from '../client.ts';

/** Whether the ledger has every ballot and correction of the vote database. */
export async function isFolded({ vote, board }: { vote: Database; board: Database }): Promise<boolean> {
  const [cast] = await vote.execute<{ voted: string }>(sql`
    select (select count(*) from vote.ballot) + (select coalesce(sum(delta_voted), 0) from vote.turnout_correction) as voted`);
  const [ledger] = await board.execute<{ voted: string }>(sql`
    select coalesce(sum(voted), 0) as voted from board.turnout`);
  return Number(cast?.voted) === Number(ledger?.voted);
}
