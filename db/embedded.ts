import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createDatabase, sql } from './client.ts';
import { findBinaries, findClusterUser } from './embeddedBinaries.ts';
import { prepareFolder } from './embeddedFolder.ts';
import { endLeftover } from './embeddedLeftover.ts';

const stopTimeoutMs = 20_000;

export interface EmbeddedCluster {
  port: number;
  pid: number;
  /** The owner's address of a database of this cluster. */
  url(database: string): string;
  /** Ends the server cleanly and waits for it. */
  stop(): Promise<void>;
  /** Resolves when the server has ended, by whatever cause. */
  ended: Promise<void>;
}

export interface EmbeddedOptions {
  dataDir: string;
  port?: number;
  /** Server settings, such as `wal_level`. */
  settings?: Record<string, string>;
}

/**
 * Starts PostgreSQL on a folder of ours, which it makes when it is missing or half made.
 * Throws an Error of one line where the folder is foreign, damaged or in use, out of space, or out of the database user's reach.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedCluster> {
  const user = findClusterUser();
  const binaries = await findBinaries(user);
  const credentials = await prepareFolder(options.dataDir, binaries.initdb, user);
  const clusterDir = join(options.dataDir, 'postgres');
  await endLeftover(clusterDir);

  const port = options.port ?? (await findFreePort());
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
    ...options.settings,
  };
  const logPath = join(options.dataDir, 'postgres.log');
  const log = openSync(logPath, 'w');
  const server = spawn(
    binaries.postgres,
    ['-D', clusterDir, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Detached: Ctrl-C in a terminal must not end the database before those who write to it.
    { ...user, detached: true, stdio: ['ignore', log, log] },
  );
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = (database: string) => `postgres://saylau:${credentials}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(server, url('postgres'), logPath);
  return { port, pid: server.pid ?? 0, url, ended, stop: () => endServer(server, ended) };
}

async function waitUntilReady(server: ChildProcess, url: string, logPath: string): Promise<void> {
  let failure: string | undefined;
  server.once('error', (error) => {
    failure = error.message;
  });
  server.once('exit', () => {
    failure ??= lastComplaint(logPath);
  });
  for (;;) {
    if (failure !== undefined) throw new Error(`PostgreSQL did not start: ${failure} (log: ${logPath})`);
    const client = createDatabase(url, { applicationName: 'saylau-start', maxConnections: 1 });
    try {
      await client.db.execute(sql`select 1`);
      return;
    } catch (error) {
      if (!isNotYetUp(error)) {
        server.kill('SIGINT');
        throw new Error(`PostgreSQL answered, but not to us: ${error instanceof Error ? error.message : error}`);
      }
      await delay(50);
    } finally {
      await client.close();
    }
  }
}

function isNotYetUp(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  return ['ECONNREFUSED', 'ECONNRESET', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT', '57P03'].includes(code);
}

function lastComplaint(logPath: string): string {
  const text = existsSync(logPath) ? readFileSync(logPath, 'utf8') : '';
  const lines = text.split('\n').filter((line) => /FATAL|PANIC|ERROR|postgres: /.test(line));
  return (lines.at(-1) ?? 'it ended without a word').replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '');
}

async function endServer(server: ChildProcess, ended: Promise<void>): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), stopTimeoutMs);
  await ended;
  clearTimeout(timer);
}

/** A TCP port that nobody listens on now. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
