import { spawn } from 'node:child_process';
import { roleUrl } from '#db/roles.ts';

export interface NotifierProcess {
  pid: number;
  ready: Promise<void>;
  freeze(): void;
  wake(): void;
  /** kill -9; resolves when it is gone. */
  kill(): Promise<void>;
  /** As an operator stops it; resolves with how it ended. */
  stop(): Promise<number | null>;
}

/** A real notifier on a database of ours, which may send to this machine. */
export function startNotifierProcess(databaseUrl: string, environment: Record<string, string> = {}): NotifierProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/notifier/index.ts'], {
    env: {
      ...process.env,
      NOTIFIER_DATABASE_URL: roleUrl(databaseUrl, 'saylau_notifier'),
      NOTIFIER_LOOPBACK: 'allow',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    pid: child.pid ?? 0,
    ready: new Promise((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', () => reject(new Error('the notifier ended before it was ready')));
    }),
    freeze: () => void child.kill('SIGSTOP'),
    wake: () => void child.kill('SIGCONT'),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    stop: () => {
      child.kill('SIGTERM');
      return gone;
    },
  };
}
