import { type ChildProcess, spawn } from 'node:child_process';
import { roleUrl } from '#db/roles.ts';

export interface AggregatorProcess {
  pid: number;
  /** Resolves once it works; it is then frozen when it was started so. */
  ready: Promise<void>;
  wake(): void;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
}

/** A real aggregator on a database of ours. A frozen one has started and does nothing until it is woken. */
export function startAggregatorProcess(databaseUrl: string, frozen = false): AggregatorProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/aggregator/index.ts'], {
    env: { ...process.env, AGGREGATOR_DATABASE_URL: roleUrl(databaseUrl, 'saylau_aggregator'), LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    pid: child.pid ?? 0,
    ready: waitUntilReady(child, frozen),
    wake: () => void child.kill('SIGCONT'),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function waitUntilReady(child: ChildProcess, frozen: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the aggregator ended before it was ready')));
    child.once('message', () => {
      if (frozen) child.kill('SIGSTOP');
      resolve();
    });
  });
}
