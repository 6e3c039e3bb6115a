import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { sql } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import { startProgram } from '../childProgram.ts';
import { tell } from '../report.ts';
import { startAggregatorProcess } from '../startAggregatorProcess.ts';
import { median, significant } from '../statistics.ts';
import type { FoldOptions } from './foldOptions.ts';
import type { HistoryDatabase } from './historyDatabase.ts';
import { prepareVariant, tableOf, type WriterVariant, writerSchema, writerVariants } from './writerPeers.ts';
import { WriteReply, type WriteRequest } from './writerProgram.ts';

export interface WriterFigures {
  variant: WriterVariant;
  repeats: number;
  transactionsPerSecond: number;
  /** Median over the repeats of the ratio to the bare inserts of the same repeat. */
  ofBare: number;
}

/** Writers' transactions a second, each variant for some seconds in turn, in another order each time. */
export async function measureWriters(history: HistoryDatabase, { seconds, repeats, connections }: FoldOptions['writers']): Promise<WriterFigures[]> {
  const { owner, url } = history;
  await owner.connection.unsafe(writerSchema).simple();
  await owner.connection.unsafe('vacuum analyze').simple();
  const districts = await owner.db.execute<{ code: string }>(sql`select code from bench.district order by position`);
  const program = startProgram<WriteRequest>(new URL('./writerProgram.ts', import.meta.url));
  const request = { url, districts: districts.map(({ code }) => code), connections, warmUpMs: 700, measureMs: seconds * 1000 };
  const rates: Record<WriterVariant, number>[] = [];
  try {
    for (let round = 0; round < repeats; round += 1) {
      const rate = Object.fromEntries(writerVariants.map((variant) => [variant, 0])) as Record<WriterVariant, number>;
      for (const variant of round % 2 === 0 ? writerVariants : [...writerVariants].reverse()) {
        await foldTurnout(history.fold.db);
        await owner.connection.unsafe(prepareVariant(variant)).simple();
        const stop = variant === 'aggregator' ? await startAggregatorProcess(roleUrl(url, 'saylau_aggregator')) : null;
        const reply = await program.ask({ ...request, table: tableOf(variant) }, WriteReply);
        await stop?.();
        rate[variant] = reply.transactions / reply.seconds;
      }
      rates.push(rate);
      tell(`writers, tx/s: ${writerVariants.map((variant) => `${variant} ${Math.round(rate[variant])}`).join(', ')}`);
    }
  } finally {
    await program.stop();
  }
  return writerVariants.map((variant) => ({
    variant,
    repeats,
    transactionsPerSecond: Math.round(median(rates.map((rate) => rate[variant]))),
    ofBare: significant(median(rates.map((rate) => rate[variant] / rate.bare))),
  }));
}
