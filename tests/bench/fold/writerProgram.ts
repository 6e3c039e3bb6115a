import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { createDatabase } from '#db/client.ts';
import { answerParent } from '../childProgram.ts';

export const WriteRequest = z.object({
  url: z.string(),
  table: z.string(),
  districts: z.array(z.string()),
  connections: z.int(),
  warmUpMs: z.number(),
  measureMs: z.number(),
});
export type WriteRequest = z.infer<typeof WriteRequest>;
export const WriteReply = z.object({ transactions: z.int(), seconds: z.number() });
export type WriteReply = z.infer<typeof WriteReply>;

/** Each connection inserts one ballot a transaction, the next when the last is committed. */
async function write({ url, table, districts, connections, warmUpMs, measureMs }: WriteRequest): Promise<WriteReply> {
  const insert = `insert into ${table} (district_code, channel, occurred_at) values ($1, 'paper', clock_timestamp())`;
  let committed = 0;
  let ending = false;
  const writeOn = async (start: number) => {
    const { connection, close } = createDatabase(url, { applicationName: 'saylau-bench-writer', maxConnections: 1 });
    for (let n = start; !ending; n += connections) {
      await connection.unsafe(insert, [districts[(n * 7919) % districts.length] ?? ''], { prepare: true });
      committed += 1;
    }
    await close();
  };
  const writers = Promise.all(Array.from({ length: connections }, (_, start) => writeOn(start)));
  const measured = async () => {
    await delay(warmUpMs);
    const before = committed;
    const startedAt = performance.now();
    await delay(measureMs);
    const reply = { transactions: committed - before, seconds: (performance.now() - startedAt) / 1000 };
    ending = true;
    await writers;
    return reply;
  };
  return Promise.race([measured(), writers.then(() => Promise.reject(new Error('the writers ended early')))]);
}

if (process.send) answerParent(WriteRequest, write);
