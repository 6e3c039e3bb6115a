import { Conflict } from '#domain/errors.ts';
import { type AuditActor, recordAudit } from '../audit/recordAudit.ts';
import { type DatabaseClient, sql, type Transaction } from '../client.ts';
import { cancelWaiting } from './cancelWaiting.ts';
import { type LockedWebhook, lockWebhook } from './lockWebhook.ts';

type Change = (tx: Transaction, by: AuditActor, id: number, webhook: LockedWebhook) => Promise<void>;

/** Sends nothing any more and keeps nothing for later. Throws NotFound, Conflict where it is off. */
export const switchOff = changing(async (tx, by, id, { url, off_at, off_by }) => {
  if (off_at !== null) throw new Conflict(`off since ${new Date(off_at).toISOString()}, by ${off_by}`);
  await tx.execute(sql`
    update ops.webhook set off_at = clock_timestamp(), off_by = ${by.name}, off_reason = 'person' where id = ${id}`);
  await cancelWaiting(tx, id);
  await audit(tx, by, { id, url, before: 'on', after: 'off' });
});

/** Tells it what becomes public from now on. Throws NotFound, Conflict where it is on. */
export const switchOn = changing(async (tx, by, id, { url, off_at }) => {
  if (off_at === null) throw new Conflict('it is on');
  await tx.execute(sql`
    update ops.webhook set off_at = null, off_by = null, off_reason = null, failing_since = null, not_before = null
    where id = ${id}`);
  await audit(tx, by, { id, url, before: 'off', after: 'on' });
});

/** Takes it from the list and forgets its secrets; its log stays in the database. Throws NotFound. */
export const removeWebhook = changing(async (tx, by, id, { url, off_at }) => {
  await tx.execute(sql`update ops.webhook set removed_at = clock_timestamp() where id = ${id}`);
  await tx.execute(sql`delete from ops.webhook_secret where webhook_id = ${id}`);
  await cancelWaiting(tx, id);
  await audit(tx, by, { id, url, before: off_at === null ? 'on' : 'off', after: 'removed' });
});

function changing(change: Change): (db: DatabaseClient['db'], by: AuditActor, id: number) => Promise<void> {
  return (db, by, id) => db.transaction(async (tx) => change(tx, by, id, await lockWebhook(tx, id)));
}

function audit(
  tx: Transaction,
  by: AuditActor,
  { id, url, before, after }: { id: number; url: string; before: string; after: string },
): Promise<void> {
  return recordAudit(tx, by, {
    action: 'webhook.write',
    object: `webhook/${id}`,
    before: { state: before, url },
    after: { state: after, url },
  });
}
