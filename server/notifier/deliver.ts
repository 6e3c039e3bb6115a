import type { DatabaseClient } from '#db/client.ts';
import { releaseWebhook, takeDelivery } from '#db/webhooks/claimWebhooks.ts';
import { type Outcome, recordAttempt } from '#db/webhooks/recordAttempt.ts';
import { retryAfterMs, retryDelayMs } from '#domain/webhooks/retry.ts';
import { type Answer, type PostOptions, postMessage } from './postMessage.ts';
import { signMessage } from './signMessage.ts';

const gone = 410;

/** Sends what waits for a webhook that `lease` holds, one after another, until nothing does or `isStopped`. */
export async function deliverAll(
  db: DatabaseClient['db'],
  { webhookId, lease, ...options }: PostOptions & { webhookId: number; lease: string },
  isStopped: () => boolean,
): Promise<void> {
  for (;;) {
    const outgoing = await takeDelivery(db, webhookId, lease);
    if (!outgoing) return;
    const { deliveryId, url, body, isTest } = outgoing;
    const answer = await postMessage(
      url,
      { headers: signMessage(outgoing, Date.now()), body },
      { ...options, allowLoopback: options.allowLoopback && isTest },
    );
    const { durationMs, status, error, excerpt } = answer;
    const attempt = { deliveryId, durationMs, status, excerpt, error: error ?? redirectError(status) };
    await recordAttempt(db, attempt, outcomeOf(answer));
    if (isStopped()) return releaseWebhook(db, webhookId, lease);
  }
}

function outcomeOf({ status, retryAfter }: Answer): Outcome {
  if (status !== null && status >= 200 && status < 300) return { kind: 'arrived' };
  const askedMs = status === null ? null : retryAfterMs(retryAfter, Date.now());
  return {
    kind: 'failed',
    retryMs: (failures) => {
      const delayMs = retryDelayMs(failures, Math.random());
      return delayMs === null ? null : Math.max(delayMs, askedMs ?? 0);
    },
    holdMs: askedMs,
    isGone: status === gone,
  };
}

function redirectError(status: number | null): string | null {
  return status !== null && status >= 300 && status < 400 ? 'redirects are not followed' : null;
}
