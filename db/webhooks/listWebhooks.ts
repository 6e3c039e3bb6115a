import type { OffReason, WantedEvent, Webhook } from '#domain/webhooks/webhook.ts';
import { type Database, sql, toInstant } from '../client.ts';

/** Every webhook that was not removed and how it fares, the oldest first. */
export async function listWebhooks(db: Database): Promise<Webhook[]> {
  const rows = await db.execute<{
    id: number;
    url: string;
    events: WantedEvent[];
    created_at: string;
    created_by: string;
    row_version: number;
    changed_at: string | null;
    changed_by: string | null;
    off_at: string | null;
    off_by: string | null;
    off_reason: OffReason | null;
    last_success_at: string | null;
    failing_since: string | null;
    waiting: number;
    next_attempt_at: string | null;
    old_secret_until: string | null;
  }>(sql`
    select w.id, w.url, w.events, w.created_at, w.created_by, w.row_version, w.changed_at, w.changed_by, w.off_at, w.off_by, w.off_reason, w.last_success_at, w.failing_since,
      (select count(*)::int from ops.webhook_waiting d where d.webhook_id = w.id) as waiting,
      (select min(d.due_at) from ops.webhook_waiting d where d.webhook_id = w.id) as next_attempt_at,
      (select max(s.expires_at) from ops.webhook_secret s
        where s.webhook_id = w.id and s.expires_at > clock_timestamp()) as old_secret_until
    from ops.webhook w where w.removed_at is null order by w.id`);
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    events: row.events,
    createdAt: toInstant(row.created_at),
    createdBy: row.created_by,
    rowVersion: row.row_version,
    changed: row.changed_at === null ? null : { at: toInstant(row.changed_at), by: row.changed_by ?? '' },
    off:
      row.off_at === null || row.off_reason === null
        ? null
        : { at: toInstant(row.off_at), by: row.off_by ?? '', reason: row.off_reason },
    lastSuccessAt: row.last_success_at && toInstant(row.last_success_at),
    failingSince: row.failing_since && toInstant(row.failing_since),
    waiting: row.waiting,
    nextAttemptAt: row.next_attempt_at && toInstant(row.next_attempt_at),
    oldSecretUntil: row.old_secret_until && toInstant(row.old_secret_until),
  }));
}
