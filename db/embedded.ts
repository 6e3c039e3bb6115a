import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createDatabase, sql } from './client.ts';
import { type ClusterUser, findBinaries, findClusterUser, runInitdb } from './embeddedBinaries.ts';

const neededBytes = 700 * 1024 * 1024;
const stopTimeoutMs = 20_000;
const ownEntries = ['password', 'postgres', 'postgres.log', 'complete', 'demo.lock', 'logs'];

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
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), ...options.settings };
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

/** Makes the folder's cluster when there is none; returns the owner's password. */
async function prepareFolder(dataDir: string, initdb: string, user: ClusterUser): Promise<string> {
  const passwordPath = join(dataDir, 'password');
  const clusterDir = join(dataDir, 'postgres');
  const complete = join(dataDir, 'complete');
  const entries = existsSync(dataDir) ? readdirSync(dataDir) : [];
  if (entries.some((entry) => !ownEntries.includes(entry))) {
    throw new Error(`${dataDir} holds files that are not Saylau's; name an empty folder with --data-dir`);
  }
  if (existsSync(complete)) {
    const versionPath = join(clusterDir, 'PG_VERSION');
    const version = existsSync(versionPath) ? readFileSync(versionPath, 'utf8').trim() : 'none';
    if (version !== '18') throw damaged(dataDir, `PG_VERSION is ${version}, expected 18`);
    return readFileSync(passwordPath, 'utf8').trim();
  }
  mkdirSync(dataDir, { recursive: true });
  const free = statfsSync(dataDir);
  if (free.bavail * free.bsize < neededBytes) {
    throw new Error(`${dataDir} has ${Math.floor((free.bavail * free.bsize) / 1e6)} MB free; the database needs ${Math.ceil(neededBytes / 1e6)} MB`);
  }
  rmSync(clusterDir, { recursive: true, force: true });
  const password = randomBytes(24).toString('hex');
  writeFileSync(passwordPath, `${password}\n`, { mode: 0o600 });
  mkdirSync(clusterDir, { mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(clusterDir, user.uid, user.gid);
    chownSync(passwordPath, user.uid, user.gid);
  }
  await runInitdb({ initdb, clusterDir, passwordPath, user });
  writeFileSync(complete, '');
  return password;
}

function damaged(dataDir: string, detail: string): Error {
  return new Error(`the data folder ${dataDir} is damaged (${detail}); move it away or name another with --data-dir`);
}

/** A server that outlived a killed demo still holds the folder: it is ended before another starts. */
async function endLeftover(clusterDir: string): Promise<void> {
  const pidPath = join(clusterDir, 'postmaster.pid');
  const pid = existsSync(pidPath) ? Number(readFileSync(pidPath, 'utf8').split('\n')[0]) : 0;
  if (pid > 0 && ownsFolder(pid, clusterDir)) process.kill(pid, 'SIGINT');
  const deadline = Date.now() + stopTimeoutMs;
  while (listHolders(clusterDir).length > 0) {
    // A worker that outlived a killed server answers to nothing gentler, and holds its shared memory.
    if (pid === 0 || !ownsFolder(pid, clusterDir)) for (const orphan of listHolders(clusterDir)) process.kill(orphan, 'SIGKILL');
    if (Date.now() > deadline) throw new Error(`PostgreSQL (process ${pid}) still holds ${clusterDir} and does not end`);
    await delay(50);
  }
}

/** Processes that work in the folder, as all of its server's do. Only Linux tells; elsewhere none. */
function listHolders(clusterDir: string): number[] {
  if (!existsSync('/proc/self/cwd')) return [];
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
      } catch {
        return false;
      }
    });
}

function ownsFolder(pid: number, clusterDir: string): boolean {
  try {
    process.kill(pid, 0);
    const commandLine = `/proc/${pid}/cmdline`;
    return !existsSync('/proc') || readFileSync(commandLine, 'utf8').includes(clusterDir);
  } catch {
    return false;
  }
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
