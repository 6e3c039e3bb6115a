import { type Database, sql } from '#db/client.ts';
import { until } from '../support/liveServer.ts';
import type { EmbargoHouse } from './embargoHouse.ts';

/** Called before a leak: waits, once it is there, until the notifier has told of it; then forgets what it told. */
export async function awaitMessages({
  owner: { db },
  receiver,
}: EmbargoHouse): Promise<() => Promise<() => Promise<void>>> {
  const [newest] = await db.execute<{ id: string }>(sql`select coalesce(max(id), 0) as id from ops.webhook_event`);
  const [before, sentBefore] = [Number(newest?.id), receiver.sent.length];
  return async () => {
    const isTold = async () => {
      const told = await db.execute(sql`select from ops.webhook_event where id > ${before}`);
      return told.length > 0 && receiver.sent.length - sentBefore >= told.length;
    };
    await until(isTold, 30_000);
    return async () => {
      await forgetMessages(db, before);
      receiver.sent.splice(sentBefore);
    };
  };
}

/** All messages after this one, and what is noted of their sending. */
export async function forgetMessages(db: Database, before: number): Promise<void> {
  await db.execute(sql`
    delete from ops.webhook_attempt where delivery_id in (select id from ops.webhook_delivery where event_id > ${before})`);
  await db.execute(sql`delete from ops.webhook_delivery where event_id > ${before}`);
  await db.execute(sql`delete from ops.webhook_event where id > ${before}`);
}
