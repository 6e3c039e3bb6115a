import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

export interface LiveBenchOptions {
  sockets: number[];
  repeats: number;
  /** Length of each busy window. */
  windowSeconds: number;
  votesPerSecond: number;
  /** Single votes after a silence. */
  quietVotes: number;
}

/** `--quick`, and `--sockets 100,2000`. Throws an Error of one line, also where the machine does not let a process open so many. */
export function readLiveOptions(args: readonly string[]): LiveBenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { quick: { type: 'boolean' }, sockets: { type: 'string' } },
  });
  const sockets = (values.sockets ?? (values.quick ? '100,500' : '100,2000,10000')).split(',').map(Number);
  if (sockets.some((count) => !Number.isInteger(count) || count < 1)) {
    throw new Error(`--sockets ${values.sockets}: expected whole numbers separated by commas, such as 100,2000`);
  }
  requireOpenFiles(Math.max(...sockets));
  return values.quick
    ? { sockets, repeats: 2, windowSeconds: 4, votesPerSecond: 20, quietVotes: 8 }
    : { sockets, repeats: 3, windowSeconds: 12, votesPerSecond: 20, quietVotes: 40 };
}

const otherFiles = 200;

/** Node raises its soft limit to the hard one when it starts, and its children do the same. */
function requireOpenFiles(sockets: number): void {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  const limit = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Number.POSITIVE_INFINITY);
  if (limit >= sockets + otherFiles) return;
  throw new Error(
    `a process may open ${limit} files here, and ${sockets} sockets need ${sockets + otherFiles}: ` +
      `raise it (ulimit -n ${sockets + otherFiles}) or pass fewer, as --sockets 100,${Math.max(1, limit - otherFiles)}`,
  );
}
