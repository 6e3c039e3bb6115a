import type { WindowChange } from '#domain/schedule.ts';
import { type Database, sql } from '../client.ts';

/** Where a channel's window is another in the reference vote database than announced, makes it so, as its operators would. */
export async function followWindows(db: Database, announced: readonly WindowChange[]): Promise<void> {
  const rows = announced.map(({ channel, opensAt, closesAt }) => ({ channel, opens_at: opensAt, closes_at: closesAt }));
  // Only windows that are there: a load has emptied it and puts them back itself.
  await db.execute(sql`
    update vote.voting_window w set opens_at = a.opens_at, closes_at = a.closes_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a (channel text, opens_at timestamptz, closes_at timestamptz)
    where w.channel = a.channel and (w.opens_at, w.closes_at) is distinct from (a.opens_at, a.closes_at)`);
}

/** Lets the reference vote database take votes of this channel between the two times. */
export async function openVotingWindow(db: Database, change: WindowChange): Promise<void> {
  await db.execute(sql`
    insert into vote.voting_window (channel, opens_at, closes_at) values (${change.channel}, ${change.opensAt}, ${change.closesAt})
    on conflict (channel) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at`);
}
