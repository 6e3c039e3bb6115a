import { answerParent } from '../childProgram.ts';
import { type Crowd, createTally } from './crowd.ts';
import { ClientRequest } from './messages.ts';
import { openPollers } from './pollers.ts';
import { readUsage } from './processFigures.ts';
import { openSockets } from './sockets.ts';

/** Thousands of clients in one process, of one kind. */
let crowd: Crowd | undefined;
let tally = createTally(0);
let cpuMsBefore = 0;

answerParent(ClientRequest, async (request) => {
  if (request.ask === 'open') {
    tally = createTally(request.clients);
    crowd =
      request.kind === 'polling'
        ? await openPollers(request, tally)
        : await openSockets({ ...request, kind: request.kind }, tally);
    return null;
  }
  if (request.ask === 'begin') {
    tally.begin(request.base, request.votes);
    cpuMsBefore = readUsage().cpuMs;
    return null;
  }
  if (request.ask === 'collect') return { ...tally.collect(), cpuMs: readUsage().cpuMs - cpuMsBefore };
  await crowd?.close();
  crowd = undefined;
  return null;
});

process.on('SIGTERM', () => process.exit(0));
