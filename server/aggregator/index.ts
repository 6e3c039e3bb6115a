import { required } from '../environment.ts';
import { runProcess } from '../runProcess.ts';
import { createFoldDatabase, startAggregator } from './startAggregator.ts';
import { startReleasing } from './startReleasing.ts';

await runProcess('aggregator', async (environment, log) => {
  const database = createFoldDatabase(required(environment, 'AGGREGATOR_DATABASE_URL'));
  const stopReleasing = startReleasing(database.db, log);
  const stopFolding = await startAggregator(database.db, log);
  log.info('folding, and releasing what is due');
  return async () => {
    await Promise.all([stopFolding(), stopReleasing()]);
    await database.close();
  };
});
