import { InvalidInput } from '#domain/errors.ts';
import { judgeWebhookUrl } from '#domain/webhooks/webhookUrl.ts';
import { sql, type Transaction } from '../client.ts';

/** The address in one spelling. Throws InvalidInput where nothing may be sent to it. */
export async function readAddress(tx: Transaction, url: string): Promise<string> {
  const [election] = await tx.execute<{ is_test: boolean }>(sql`select is_test from board.election`);
  const fault = judgeWebhookUrl(url, { allowLoopback: election?.is_test ?? false });
  if (fault !== null) throw new InvalidInput(`url: ${fault}`);
  return new URL(url).href;
}
