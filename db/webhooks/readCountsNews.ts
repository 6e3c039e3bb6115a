import type { MessageHead, WebhookMessage } from '#domain/webhooks/message.ts';
import { sql, type Transaction } from '../client.ts';
import { getPublicCases } from '../violations/getPublicCases.ts';

/** The public counts of violations where they are others than those told last; at most once a minute, then the newest. */
export async function readCountsNews(tx: Transaction, head: MessageHead, now: string): Promise<WebhookMessage[]> {
  const cases = await getPublicCases(tx);
  const counts = JSON.stringify(cases);
  const [told] = await tx.execute<{ counts: string | null; is_early: boolean }>(sql`
    select counts, coalesce(counts_at > clock_timestamp() - interval '1 minute', false) as is_early from ops.webhook_outbox`);
  if (!told || told.counts === counts) {
    await tx.execute(sql`update ops.webhook_outbox set counts_wait = false`);
    return [];
  }
  if (told.is_early) {
    await tx.execute(sql`update ops.webhook_outbox set counts_wait = true`);
    return [];
  }
  await tx.execute(sql`
    update ops.webhook_outbox set counts = ${counts}, counts_at = clock_timestamp(), counts_wait = false`);
  return [{ type: 'violations.counts_changed', timestamp: now, data: { ...head, cases } }];
}
