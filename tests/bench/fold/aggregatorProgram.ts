import { z } from 'zod';
import { createFoldDatabase, startAggregator } from '#server/aggregator/startAggregator.ts';
import { createLog } from '#server/log.ts';
import { answerParent } from '../childProgram.ts';

export const AggregatorRequest = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('start'), url: z.string() }),
  z.object({ ask: z.literal('stop') }),
]);
export type AggregatorRequest = z.infer<typeof AggregatorRequest>;

/** The aggregator as a process that stays, as it does for days, but folds only when told. */
let stop = async () => {};

async function answer(request: AggregatorRequest): Promise<null> {
  if (request.ask === 'stop') {
    await stop();
    return null;
  }
  const { db, close } = createFoldDatabase(request.url);
  const stopFolding = await startAggregator(db, createLog('aggregator', 'error'));
  stop = async () => {
    await stopFolding();
    await close();
  };
  return null;
}

if (process.send) answerParent(AggregatorRequest, answer);
