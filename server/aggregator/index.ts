import { required } from '../environment.ts';
import { runProcess } from '../runProcess.ts';
import { createFoldDatabase, startAggregator } from './startAggregator.ts';

await runProcess('aggregator', async (environment, log) => {
  const database = createFoldDatabase(required(environment, 'AGGREGATOR_DATABASE_URL'));
  const stop = await startAggregator(database.db, log);
  log.info('folding');
  return async () => {
    await stop();
    await database.close();
  };
});
