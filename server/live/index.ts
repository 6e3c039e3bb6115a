import { required } from '../environment.ts';
import { runProcess } from '../runProcess.ts';
import { startLive } from './startLive.ts';

await runProcess('live', async (environment, log) => {
  const live = await startLive({
    databaseUrl: required(environment, 'LIVE_DATABASE_URL'),
    port: environment.LIVE_PORT,
    host: environment.LIVE_HOST,
    allowedOrigins: environment.LIVE_ALLOWED_ORIGINS,
    maxSockets: environment.LIVE_MAX_SOCKETS,
    log,
  });
  log.info({ port: live.port }, 'listening');
  return live.stop;
});
