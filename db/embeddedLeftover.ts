import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const stopTimeoutMs = 20_000;

/** A server that outlived a killed demo still holds the folder: it is ended before another starts. */
export async function endLeftover(clusterDir: string): Promise<void> {
  const pidPath = join(clusterDir, 'postmaster.pid');
  const pid = existsSync(pidPath) ? Number(readFileSync(pidPath, 'utf8').split('\n')[0]) : 0;
  if (pid > 0 && ownsFolder(pid, clusterDir)) process.kill(pid, 'SIGINT');
  const deadline = Date.now() + stopTimeoutMs;
  while (listHolders(clusterDir).length > 0) {
    // A worker that outlived a killed server answers to nothing gentler, and holds its shared memory.
    if (pid === 0 || !ownsFolder(pid, clusterDir))
      for (const orphan of listHolders(clusterDir)) process.kill(orphan, 'SIGKILL');
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL (process ${pid}) still holds ${clusterDir} and does not end`);
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
