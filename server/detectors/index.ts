import { createDatabase } from '#db/client.ts';
import { required } from '../environment.ts';
import { runProcess } from '../runProcess.ts';
import { startDetectors } from './startDetectors.ts';

await runProcess('detectors', async (environment, log) => {
  const database = createDatabase(required(environment, 'DETECTOR_DATABASE_URL'), {
    applicationName: 'saylau-detectors',
    maxConnections: 1,
    settings: { statement_timeout: '5000' },
  });
  const stop = startDetectors(database.db, log);
  log.info('looking at the board');
  return async () => {
    await stop();
    await database.close();
  };
});
