import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const restartMs = 500;
const stopTimeoutMs = 10_000;
/** A process that ends sooner than this after its start was not well. */
const settledMs = 5_000;
const earlyEndsAllowed = 5;

export interface Program {
  name: string;
  /** Arguments of node. */
  args: readonly string[];
  environment: Record<string, string | undefined>;
}

export interface Supervised {
  pid(): number | undefined;
  /** Resolves once the program says that it is ready. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

/** Runs a program and starts it again whenever it ends by itself; `giveUp` is called when it keeps ending at once. */
export function supervise(
  program: Program,
  logFolder: string,
  tell: (line: string) => void,
  giveUp: (error: Error) => void,
): Supervised {
  mkdirSync(logFolder, { recursive: true });
  const logPath = join(logFolder, `${program.name}.log`);
  const log = createWriteStream(logPath, { flags: 'w' });
  let child: ChildProcess | undefined;
  let stopping = false;
  let earlyEnds = 0;
  let markReady: () => void = () => {};
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });

  const start = () => {
    const startedAtMs = Date.now();
    // Detached: Ctrl-C in the terminal reaches the demo alone, which ends its programs in order.
    child = spawn(process.execPath, program.args, {
      env: { ...process.env, ...program.environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    child.on('message', (message) => {
      if (message === 'ready') markReady();
    });
    child.once('exit', (code, signal) => {
      child = undefined;
      if (stopping) return;
      earlyEnds = Date.now() - startedAtMs < settledMs ? earlyEnds + 1 : 0;
      if (earlyEnds >= earlyEndsAllowed) {
        giveUp(new Error(`${program.name} does not stay up; its log is ${logPath}`));
        return;
      }
      tell(`${program.name} ended (${signal ?? `code ${code}`}); starting it again`);
      void delay(restartMs).then(() => {
        if (!stopping) start();
      });
    });
  };
  start();

  return {
    pid: () => child?.pid,
    ready,
    stop: async () => {
      stopping = true;
      const running = child;
      if (running && running.exitCode === null && running.signalCode === null) {
        const ended = new Promise((resolve) => running.once('exit', resolve));
        running.kill('SIGTERM');
        const timer = setTimeout(() => running.kill('SIGKILL'), stopTimeoutMs);
        await ended;
        clearTimeout(timer);
      }
      await new Promise((resolve) => log.end(resolve));
    },
  };
}
