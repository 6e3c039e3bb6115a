import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Conflict } from '#domain/errors.ts';

/** Takes the folder for this process; returns its release. Throws Conflict while another running demo has it. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'demo.lock');
  const holder = readHolder(path);
  if (holder !== null && isDemo(holder)) {
    throw new Conflict(
      `a demo (process ${holder}) is running on ${folder}: stop it, or name another folder with --data-dir and other ports`,
    );
  }
  writeFileSync(path, `${process.pid}\n`);
  return () => rmSync(path, { force: true });
}

function readHolder(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

/** A killed demo leaves its number behind, and the system may have given it to another program. */
function isDemo(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server/demo/');
  } catch {
    return false;
  }
}
