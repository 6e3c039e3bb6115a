import { type LiveServer, startLive } from '#server/live/startLive.ts';
import { createLog } from '#server/log.ts';
import { answerParent } from '../childProgram.ts';
import { ServerRequest } from './messages.ts';
import { readMemory, readUsage } from './processFigures.ts';

/** The live server as it is, told to say what it uses. */
let live: LiveServer | undefined;

answerParent(ServerRequest, async (request) => {
  if (request.ask === 'usage') return readUsage();
  if (request.ask === 'memory') return readMemory();
  if (request.ask === 'broadcast') throw new Error('the live server broadcasts by itself');
  if (!request.databaseUrl) throw new Error('the live server needs a database');
  live = await startLive({
    databaseUrl: request.databaseUrl,
    port: 0,
    host: '127.0.0.1',
    allowedOrigins: ['http://localhost:3000'],
    maxSockets: 20_000,
    log: createLog('live', 'error'),
  });
  return { port: live.port };
});

process.on('SIGTERM', () => process.exit(0));
