import type { WebhookMessage } from '#domain/webhooks/message.ts';
import { isSerializationFailure } from '../aggregate/serialization.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { beginOutbox } from './beginOutbox.ts';
import { readNews } from './readNews.ts';

/**
 * Keeps every public change that was not told yet as a message for each webhook that wants it. What was found and that it was
 * found are written in one transaction: a killed process leaves both or none, and two never find the same. Returns how many
 * messages there are.
 */
export async function collectEvents(db: DatabaseClient['db']): Promise<number> {
  if (!(await isDue(db))) return 0;
  try {
    return await db.transaction(collect, { isolationLevel: 'repeatable read' });
  } catch (error) {
    // Another process has told it, or an election is being loaded: there will be another look.
    if (isSerializationFailure(error)) return 0;
    throw error;
  }
}

async function collect(tx: Transaction): Promise<number> {
  const held = await tx.execute<{ began: boolean }>(sql`select began from ops.webhook_outbox for update skip locked`);
  const [outbox] = held;
  if (!outbox) return 0;
  if (!outbox.began) await beginOutbox(tx);
  const messages = await readNews(tx);
  for (const message of messages) await keepMessage(tx, message);
  await tx.execute(sql`
    update ops.webhook_outbox set (ops_version, schedule_version, edition) = (
      select v.ops_version, v.schedule_version, (select coalesce(max(number), 0) from published.edition) from board.version v)`);
  return messages.length;
}

/** Asked every second. False while a rehearsal is loaded and its clock has not begun to run: what is played in is history. */
async function isDue(db: DatabaseClient['db']): Promise<boolean> {
  const [row] = await db.execute<{ is_due: boolean }>(sql`
    select case
      when not o.began then k.mode = 'live' or k.speed > 0
      when o.counts_wait and o.counts_at <= clock_timestamp() - interval '1 minute' then true
      else (o.ops_version, o.schedule_version, o.edition) is distinct from
        (v.ops_version, v.schedule_version, (select coalesce(max(number), 0) from published.edition))
      end as is_due
    from ops.webhook_outbox o cross join board.version v cross join board.election e cross join board.clock k`);
  return row?.is_due ?? false;
}

async function keepMessage(tx: Transaction, message: WebhookMessage): Promise<void> {
  const [event] = await tx.execute<{ id: string }>(sql`
    insert into ops.webhook_event (type, body) values (${message.type}, ${JSON.stringify(message)}) returning id`);
  await tx.execute(sql`
    insert into ops.webhook_delivery (webhook_id, event_id)
    select id, ${event?.id ?? null} from ops.webhook
    where off_at is null and removed_at is null and ${message.type} = any (events) order by id`);
}
