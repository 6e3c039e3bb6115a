import { createHmac } from 'node:crypto';

const prefix = 'whsec_';

/** The headers of Standard Webhooks: one signature for each secret, the newest first, parted by spaces. */
export function signMessage(
  { messageId, body, secrets }: { messageId: string; body: string; secrets: readonly string[] },
  nowMs: number,
): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1_000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64');
    return `v1,${createHmac('sha256', key).update(`${messageId}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'webhook-id': messageId,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
