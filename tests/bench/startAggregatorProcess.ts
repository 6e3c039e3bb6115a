import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { endChild } from './childProgram.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starts the aggregator as an operator does, waits until it folds, and returns its stop. */
export async function startAggregatorProcess(databaseUrl: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/aggregator/index.ts'], {
    cwd: root,
    env: { ...process.env, AGGREGATOR_DATABASE_URL: databaseUrl, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('the aggregator did not start');
    }),
  ]);
  return () => endChild(child);
}
