import { setTimeout as delay } from 'node:timers/promises';
import type { Memory } from './messages.ts';
import { monotonicMs } from './monotonicClock.ts';

/** User and system CPU of this process, all its threads. */
export function readUsage(): { cpuMs: number; atMs: number } {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, atMs: monotonicMs() };
}

/** Memory in use after garbage was collected; needs --expose-gc. */
export async function readMemory(): Promise<Memory> {
  if (!globalThis.gc) throw new Error('start this program with --expose-gc');
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc();
    await delay(100);
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heapBytes: heapUsed, externalBytes: external, residentBytes: rss };
}
