import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDatabase, type DatabaseClient } from '#db/client.ts';
import { findFreePort } from '#db/embedded.ts';
import { locateDatabase } from '#db/locateDatabase.ts';
import { makeOpenFolder } from './startCluster.ts';

export interface Demo {
  web: string;
  live: string;
  dataDir: string;
  /** What it printed so far. */
  output(): string;
  /** The owner of its database. */
  owner: DatabaseClient;
  child: ChildProcess;
  /** Ctrl-C, and what it printed and how it ended. */
  stop(): Promise<{ code: number | null; output: string }>;
}

const startTimeoutMs = 150_000;

/** `npm run demo` with these options, on free ports and a folder of its own; resolves when it prints its address. */
export async function startDemo(args: readonly string[]): Promise<Demo> {
  const dataDir = makeOpenFolder('saylau-demo-');
  const [webPort, livePort] = [await findFreePort(), await findFreePort()];
  const started = runDemo(['--web-port', `${webPort}`, '--live-port', `${livePort}`, '--data-dir', dataDir, ...args]);
  await started.says(/Ctrl-C stops everything/);
  const owner = createDatabase(locateDatabase(dataDir), { applicationName: 'saylau-test', maxConnections: 2 });
  return {
    web: `http://localhost:${webPort}`,
    live: `http://localhost:${livePort}`,
    dataDir,
    output: started.output,
    owner,
    child: started.child,
    stop: async () => {
      await owner.close();
      started.child.kill('SIGINT');
      const code = await started.ended;
      rmSync(dataDir, { recursive: true, force: true });
      return { code, output: started.output() };
    },
  };
}

export interface RunningDemo {
  child: ChildProcess;
  output(): string;
  says(pattern: RegExp): Promise<void>;
  ended: Promise<number | null>;
}

/** The demo's own process, as npm starts it. */
export function runDemo(args: readonly string[], environment: Record<string, string> = {}): RunningDemo {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/demo/index.ts', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const says = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why}; it printed:\n${output}`));
      const timer = setTimeout(() => fail('the demo did not say it in time'), startTimeoutMs);
      const look = () => {
        if (!pattern.test(output)) return;
        clearTimeout(timer);
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
      void ended.then((code) => fail(`the demo ended with ${code}`));
    });
  return { child, output: () => output, says, ended };
}

/** Process number of the demo's PostgreSQL. */
export function postgresPid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}
