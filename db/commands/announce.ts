import type { PublicationChange, WindowChange } from '#domain/schedule.ts';
import { nudgeLive } from '../aggregate/foldTurnout.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';

/** Puts a window into force from now on; earlier announcements of its channel stay as history. Said twice it counts once. */
export async function announceWindow(db: DatabaseClient['db'], change: WindowChange): Promise<void> {
  await db.transaction(async (tx) => {
    await holdVersion(tx);
    const made = await tx.execute(sql`
      insert into board.window_change (channel, opens_at, closes_at, announced_at, reason, decided_by)
      values (${change.channel}, ${change.opensAt}, ${change.closesAt}, ${change.announcedAt},
        ${change.reason && JSON.stringify(change.reason)}::jsonb, ${JSON.stringify(change.decidedBy)}::jsonb)
      on conflict do nothing returning id`);
    if (made.length > 0) await advanceSchedule(tx);
  });
}

/** Moves (or first sets) the publication time. */
export async function announcePublication(db: DatabaseClient['db'], change: PublicationChange): Promise<void> {
  await db.transaction(async (tx) => {
    await holdVersion(tx);
    const made = await tx.execute(sql`
      insert into board.publication_change (publish_at, announced_at, reason, decided_by)
      values (${change.publishAt}, ${change.announcedAt}, ${change.reason && JSON.stringify(change.reason)}::jsonb,
        ${JSON.stringify(change.decidedBy)}::jsonb)
      on conflict do nothing returning id`);
    if (made.length > 0) await advanceSchedule(tx);
  });
}

/** First: who confirms a proposal holds it when it comes to the announcement, and neither must wait for the other. */
async function holdVersion(tx: Transaction): Promise<void> {
  await tx.execute(sql`select from board.version for update`);
}

async function advanceSchedule(tx: Transaction): Promise<void> {
  const [row] = await tx.execute<{ version: string }>(sql`
    update board.version set version = version + 1, schedule_version = version + 1 returning version`);
  await nudgeLive(tx, Number(row?.version));
}
