import { type Environment, readEnvironment } from './environment.ts';
import { createLog, type Log } from './log.ts';

const stopTimeoutMs = 15_000;

/**
 * Runs one process of the house until it is told to stop: SIGTERM, SIGINT, or the end of the parent that started it.
 * `start` returns its stop.
 */
export async function runProcess(
  name: string,
  start: (environment: Environment, log: Log) => Promise<() => Promise<void>>,
): Promise<void> {
  const environment = readEnvironment();
  const log = createLog(name, environment.LOG_LEVEL);
  let stop: (() => Promise<void>) | undefined;
  let stopping = false;
  const end = async (cause: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ cause }, 'stopping');
    setTimeout(() => process.exit(1), stopTimeoutMs).unref();
    await stop?.();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal));
  process.on('disconnect', () => void end('parent ended'));
  try {
    stop = await start(environment, log);
    process.send?.('ready');
  } catch (error) {
    log.fatal({ err: error }, 'did not start');
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
}
