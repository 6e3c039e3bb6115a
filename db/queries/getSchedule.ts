import type { Names } from '#domain/languages.ts';
import type { Schedule } from '#domain/schedule.ts';
import type { Channel } from '#domain/turnout.ts';
import { type Database, sql, toInstant } from '../client.ts';

/** Every announcement so far, in the order of its announcement. */
export async function getSchedule(db: Database): Promise<Schedule> {
  const windows = await db.execute<{
    channel: Channel;
    opens_at: string;
    closes_at: string;
    announced_at: string;
    reason: Names | null;
    decided_by: Names;
  }>(
    sql`select channel, opens_at, closes_at, announced_at, reason, decided_by from board.window_change order by announced_at, id`,
  );
  const publications = await db.execute<{
    publish_at: string;
    announced_at: string;
    reason: Names | null;
    decided_by: Names;
  }>(sql`select publish_at, announced_at, reason, decided_by from board.publication_change order by announced_at, id`);
  return {
    windows: windows.map((row) => ({
      channel: row.channel,
      opensAt: toInstant(row.opens_at),
      closesAt: toInstant(row.closes_at),
      announcedAt: toInstant(row.announced_at),
      reason: row.reason,
      decidedBy: row.decided_by,
    })),
    publications: publications.map((row) => ({
      publishAt: toInstant(row.publish_at),
      announcedAt: toInstant(row.announced_at),
      reason: row.reason,
      decidedBy: row.decided_by,
    })),
  };
}
