import { type Database, sql } from '#db/client.ts';

/** Announces the window of a channel. */
export async function putWindow(db: Database, channel: string, opensAt: string, closesAt: string): Promise<void> {
  await db.execute(sql`
    insert into board.window_change (channel, opens_at, closes_at, announced_at, decided_by)
    values (${channel}, ${opensAt}, ${closesAt}, '2020-09-01', '{"kk": "c", "ru": "c", "en": "c"}')`);
}

type Minute = [minute: string, authorized: number, voted: number, channel?: string];

/** Minutes of a district, with those of its region and the country, as the fold writes them. */
export async function putMinutes(db: Database, district: string, minutes: readonly Minute[]): Promise<void> {
  const rows = JSON.stringify(
    minutes.map(([minute, authorized, voted, channel = 'online']) => ({ minute, authorized, voted, channel })),
  );
  await db.execute(sql`
    insert into board.turnout_minute as m (unit_code, minute, channel, authorized, refused, voted)
    select u.code, r.minute, r.channel, r.authorized, 0, r.voted
    from jsonb_to_recordset(${rows}::jsonb) as r (minute timestamptz, authorized int, voted int, channel text)
      cross join board.unit u
    where u.code in (${district}, left(${district}, 4), 'XX')
    on conflict (unit_code, minute, channel) do update set authorized = m.authorized + excluded.authorized,
      voted = m.voted + excluded.voted`);
}
