import { createDatabase } from '#db/client.ts';
import { mostWebhooks } from '#domain/webhooks/webhook.ts';
import { required } from '../environment.ts';
import { runProcess } from '../runProcess.ts';
import { startNotifier } from './startNotifier.ts';

await runProcess('notifier', async (environment, log) => {
  const database = createDatabase(required(environment, 'NOTIFIER_DATABASE_URL'), {
    applicationName: 'saylau-notifier',
    maxConnections: 3,
    // A sender that stands still holds no rows that another waits for.
    settings: { statement_timeout: '5000', idle_in_transaction_session_timeout: '3000' },
  });
  const stop = startNotifier(database.db, log, { allowLoopback: environment.NOTIFIER_LOOPBACK === 'allow' });
  log.info({ mostWebhooks }, 'telling webhooks');
  return async () => {
    await stop();
    await database.close();
  };
});
