import type { Names } from '#domain/languages.ts';
import type { Channel } from '#domain/turnout.ts';
import type { MessageHead, WebhookMessage } from '#domain/webhooks/message.ts';
import { sql, type Transaction, toInstant } from '../client.ts';
import { isUnseen, markSeen } from './seen.ts';

interface Announced extends Record<string, unknown> {
  id: string;
  announced_at: string;
  reason: Names | null;
  decided_by: Names;
}

/** Announcements of windows and of the publication. */
export async function readScheduleNews(tx: Transaction, head: MessageHead): Promise<WebhookMessage[]> {
  const windows = await tx.execute<Announced & { channel: Channel; opens_at: string; closes_at: string }>(sql`
    select id, channel, opens_at, closes_at, announced_at, reason, decided_by from board.window_change w
    where ${isUnseen('window', sql`w.id`)} order by announced_at, id`);
  const publications = await tx.execute<Announced & { publish_at: string }>(sql`
    select id, publish_at, announced_at, reason, decided_by from board.publication_change p
    where ${isUnseen('publication', sql`p.id`)} order by announced_at, id`);
  await markSeen(tx, 'window', windows.map(idOf));
  await markSeen(tx, 'publication', publications.map(idOf));
  const aboutWindows = windows.map((row): WebhookMessage => {
    const { channel, opens_at, closes_at } = row;
    const window = { channel, opensAt: toInstant(opens_at), closesAt: toInstant(closes_at), ...announcementOf(row) };
    return toMessage({ ...head, window, publication: null }, row);
  });
  const aboutPublications = publications.map((row): WebhookMessage => {
    const publication = { publishAt: toInstant(row.publish_at), ...announcementOf(row) };
    return toMessage({ ...head, window: null, publication }, row);
  });
  return [...aboutWindows, ...aboutPublications];
}

const idOf = ({ id }: Announced): number => Number(id);

function announcementOf({ announced_at, reason, decided_by }: Announced) {
  return { announcedAt: toInstant(announced_at), reason, decidedBy: decided_by };
}

type ScheduleMessage = Extract<WebhookMessage, { type: 'schedule.changed' }>;

function toMessage(data: ScheduleMessage['data'], { announced_at }: Announced): ScheduleMessage {
  return { type: 'schedule.changed', timestamp: toInstant(announced_at), data };
}
