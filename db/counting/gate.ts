import { sql, type Transaction } from '../client.ts';

/** Waits its turn to change what may be released: until the end of the transaction no release happens, and no other change. */
export async function holdGate(tx: Transaction): Promise<void> {
  await tx.execute(sql`select from sealed.gate for update`);
}
