import { sql, type Transaction } from '../client.ts';
import { getPublicCases } from '../violations/getPublicCases.ts';

/** What becomes public from now on is told, what is public is history; nothing where that was said before. */
export async function beginOutbox(tx: Transaction): Promise<void> {
  const counts = JSON.stringify(await getPublicCases(tx));
  await tx.execute(sql`select ops.begin_outbox(${counts})`);
}
