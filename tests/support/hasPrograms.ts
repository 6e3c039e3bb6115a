import { spawnSync } from 'node:child_process';

/** Whether the machine has all of them: a test of what readers do with their own programs says that it was skipped where not. */
export function hasPrograms(...names: readonly string[]): boolean {
  return names.every((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0);
}
