import { z } from 'zod';
import { foldTurnout } from '#db/aggregate/foldTurnout.ts';
import { sql } from '#db/client.ts';
import { roleUrl } from '#db/roles.ts';
import { startProgram } from '../childProgram.ts';
import { tell } from '../report.ts';
import { median, significant } from '../statistics.ts';
import type { AggregatorRequest } from './aggregatorProgram.ts';
import type { FoldOptions } from './foldOptions.ts';
import type { HistoryDatabase } from './historyDatabase.ts';
import { prepareVariant, tableOf, type WriterVariant, writerSchema, writerVariants } from './writerPeers.ts';
import { WriteReply, type WriteRequest } from './writerProgram.ts';

export interface WriterFigures {
  variant: WriterVariant;
  repeats: number;
  transactionsPerSecond: number;
  /** Median of the ratios to the bare inserts just before or after; beside it the lowest and the highest. */
  ofBare: number;
  ofBareRange: [number, number];
}

const warmUpMs = 500;
/** Ourselves between the peers: the ratio that matters most is measured most. */
const round = writerVariants.flatMap((variant): WriterVariant[] =>
  variant === 'withoutXid' || variant === 'slottedCounters' ? [variant, 'aggregator'] : [variant],
);

/** Writers' transactions a second: each variant in turn, next to bare inserts each time, before and after by turns. */
export async function measureWriters(
  history: HistoryDatabase,
  options: FoldOptions['writers'],
): Promise<WriterFigures[]> {
  const { owner } = history;
  await owner.connection.unsafe(writerSchema).simple();
  await owner.connection.unsafe('vacuum analyze').simple();
  const { measure, stop } = await startWriters(history, options);
  const pairs: { variant: WriterVariant; bare: number; rate: number }[] = [];
  try {
    // Compiled code and caches as after days.
    for (const variant of ['bare', 'aggregator'] as const) await measure(variant);
    for (let repeat = 0; repeat < options.repeats; repeat += 1) {
      for (const variant of round) {
        const bareFirst = pairs.length % 2 === 0;
        const before = bareFirst ? await measure('bare') : 0;
        const rate = await measure(variant);
        pairs.push({ variant, bare: bareFirst ? before : await measure('bare'), rate });
      }
      const latest = pairs.slice(-round.length);
      tell(
        `writers, of bare: ${latest.map(({ variant, bare, rate }) => `${variant} ${(rate / bare).toFixed(2)}`).join(', ')}`,
      );
    }
  } finally {
    await stop();
  }
  return writerVariants.map((variant) => {
    const own = pairs.filter((pair) => pair.variant === variant);
    const ratios = own.map(({ rate, bare }) => rate / bare);
    return {
      variant,
      repeats: own.length,
      transactionsPerSecond: Math.round(median(own.map(({ rate }) => rate))),
      ofBare: significant(median(ratios)),
      ofBareRange: [significant(Math.min(...ratios)), significant(Math.max(...ratios))],
    };
  });
}

/** The processes that write and fold; `measure` lets the writers write beside one variant and returns their rate. */
async function startWriters({ owner, fold, url }: HistoryDatabase, { seconds, connections }: FoldOptions['writers']) {
  const found = await owner.db.execute<{ code: string }>(sql`select code from bench.district order by position`);
  const districts = found.map(({ code }) => code);
  const writers = startProgram<WriteRequest>(new URL('./writerProgram.ts', import.meta.url));
  const aggregator = startProgram<AggregatorRequest>(new URL('./aggregatorProgram.ts', import.meta.url));
  const measure = async (variant: WriterVariant): Promise<number> => {
    await foldTurnout(fold.db);
    await owner.connection.unsafe(prepareVariant(variant)).simple();
    if (variant === 'aggregator') {
      await aggregator.ask({ ask: 'start', url: roleUrl(url, 'saylau_aggregator') }, z.null());
    }
    const request = { url, districts, connections, warmUpMs, measureMs: seconds * 1000, table: tableOf(variant) };
    const reply = await writers.ask(request, WriteReply);
    if (variant === 'aggregator') await aggregator.ask({ ask: 'stop' }, z.null());
    return reply.transactions / reply.seconds;
  };
  return { measure, stop: () => Promise.all([writers.stop(), aggregator.stop()]) };
}
