import type { WindowChange } from '#domain/schedule.ts';
import { type Database, sql } from '../client.ts';

/** Lets the reference vote database take votes of this channel between the two times. */
export async function openVotingWindow(db: Database, change: WindowChange): Promise<void> {
  await db.execute(sql`
    insert into vote.voting_window (channel, opens_at, closes_at) values (${change.channel}, ${change.opensAt}, ${change.closesAt})
    on conflict (channel) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at`);
}
